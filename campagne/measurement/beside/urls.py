"""Wagtail's addresses of its editor, answered by ours: they stand before its own, behind the same doors."""

from django.urls import path

from campagne.measurement.beside.panel import EditViewWithFigures, RevertViewWithFigures
from campagne.staff.doors import behind_the_same_doors

urlpatterns = [
    path("<int:page_id>/edit/", behind_the_same_doors(EditViewWithFigures)),
    path("<int:page_id>/revisions/<int:revision_id>/revert/", behind_the_same_doors(RevertViewWithFigures)),
]
