"""Addresses of who takes part."""

from django.urls import path

from campagne.guided.taking_part import leaving, views

MINE = "meedoen/mee/<str:signed>"

urlpatterns = [
    path("meedoen/klaar/", leaving.wiped, name="wiped"),
    path(f"{MINE}/", views.participant, name="participant"),
    path(f"{MINE}/vraag/<int:place>/", views.question, name="answer"),
    path(f"{MINE}/volgende/", leaving.next_one, name="next"),
    path(f"{MINE}/klaar/", leaving.ready, name="ready"),
]
