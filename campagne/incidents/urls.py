"""The addresses of what to do now. They are printed on cards, so they stay."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from campagne.incidents.showing import views

app_name = "incidents"

urlpatterns = [
    path("nu/", views.now, {"language": "nl"}, name="now"),
    path("nu/nl/", RedirectView.as_view(pattern_name="incidents:now", permanent=True)),
    re_path(r"^nu/(?P<language>en|de)/$", views.now, name="now_in"),
]
