"""Addresses of the totals, below /beheer/begeleiden/cijfers/."""

from django.urls import path

from campagne.guided.report import totals_views

urlpatterns = [
    path("", totals_views.totals_screen, name="guided_totals"),
    path("cijfers.csv", totals_views.totals_csv, name="guided_totals_csv"),
]
