"""Addresses for coming in."""

from django.urls import path

from campagne.guided.joining import views

urlpatterns = [
    path("meedoen/", views.join, name="join"),
    path("meedoen/les/<str:join_key>/", views.join_link, name="join_link"),
    path("meedoen/kaart/<str:key>/", views.seat, name="seat"),
]
