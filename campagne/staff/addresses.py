"""Wagtail's addresses of the history of a page, answered by ours: they stand before its own, behind the same doors."""

from django.urls import path

from campagne.staff.doors import behind_the_same_doors
from campagne.staff.histories import HistoryOfPage

urlpatterns = [
    path("<int:page_id>/history/", behind_the_same_doors(HistoryOfPage)),
    path("<int:page_id>/history/results/", behind_the_same_doors(HistoryOfPage, results_only=True)),
]
