"""Addresses of this room, below /beheer/begeleiden/."""

from django.urls import path

from campagne.guided.planning import card_views, library_views, list_views, session_views

urlpatterns = [
    path("", list_views.session_list, name="guided_list"),
    path("nu/", list_views.start_now, name="guided_start_now"),
    path("plannen/", list_views.plan, name="guided_plan"),
    path("les/<int:pk>/", session_views.session, name="guided_session"),
    path("les/<int:pk>/beginnen/", session_views.start, name="guided_start"),
    path("les/<int:pk>/naar/<slug:door>/", session_views.go_to, name="guided_go_to"),
    path("les/<int:pk>/wijzigen/", session_views.change, name="guided_change"),
    path("les/<int:pk>/verwijderen/", session_views.drop, name="guided_drop"),
    path("les/<int:pk>/kaart/", card_views.new_card, name="guided_new_card"),
    path("les/<int:pk>/kaart/pdf/", card_views.card_pdf, name="guided_card_pdf"),
    path("les/<int:pk>/plaatskaarten/", card_views.seat_cards, name="guided_seat_cards"),
    path("kaarten/<int:pk>/intrekken/", card_views.withdraw_card, name="guided_withdraw_card"),
    path("bibliotheken/", library_views.libraries, name="guided_libraries"),
    path("bibliotheken/nieuw/", library_views.new_library, name="guided_new_library"),
    path("bibliotheken/<int:pk>/", library_views.library, name="guided_library"),
    path("locaties/nieuw/", library_views.new_location, name="guided_new_location"),
    path("locaties/<int:pk>/", library_views.location, name="guided_location"),
]
