"""Addresses about paper: what to print, typing in what was written, and the check of that."""

from django.urls import path

from campagne.guided.paper import second_views, views

PAPER = "begeleiden/les/<str:signed>/papier"

urlpatterns = [
    path(f"{PAPER}/", views.paper, name="paper"),
    path(f"{PAPER}/<slug:kind>.pdf", views.print_document, name="print"),
    path(f"{PAPER}/invoeren/", views.entry, name="entry"),
    path(f"{PAPER}/controle/", second_views.second_entry, name="second_entry"),
]
