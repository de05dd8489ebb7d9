"""Addresses of guided sessions, room by room: `/meedoen/` for who takes part, `/begeleiden/` for who leads."""

from campagne.guided.joining.addresses import urlpatterns as joining
from campagne.guided.leading.addresses import urlpatterns as leading
from campagne.guided.live.addresses import urlpatterns as live
from campagne.guided.paper.addresses import urlpatterns as paper
from campagne.guided.report.addresses import urlpatterns as report
from campagne.guided.taking_part.addresses import urlpatterns as taking_part

app_name = "guided"
urlpatterns = [*live, *joining, *taking_part, *leading, *paper, *report]
