"""Addresses of who leads: with a card or an account to the presenter's screens, and the board on the wall."""

from django.urls import path

from campagne.guided.leading import board, door, room_views, views

LED = "begeleiden/les/<str:signed>"

urlpatterns = [
    path("begeleiden/", door.door, name="presenter_door"),
    path("begeleiden/kaart/<str:secret>/", door.card, name="presenter_card"),
    path(f"{LED}/", views.lead, name="presenter"),
    path(f"{LED}/doe/", views.do, name="act"),
    path(f"{LED}/stand", views.state, name="presenter_state"),
    path(f"{LED}/stoppen/", views.pause, name="presenter_pause"),
    path(f"{LED}/afsluiten/", views.finish, name="presenter_finish"),
    path(f"{LED}/handen/", room_views.hands, name="hands"),
    path(f"{LED}/zaal/", room_views.room, name="room"),
    path("begeleiden/bord/<str:signed>/", board.board, name="board"),
    path("begeleiden/bord/<str:signed>/stand", board.board_state, name="board_state"),
]
