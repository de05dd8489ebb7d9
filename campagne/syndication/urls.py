"""The addresses for other machines, below what to do now."""

from django.urls import path, re_path

from campagne.syndication import views

app_name = "syndication"

urlpatterns = [
    path("nu/atom.xml", views.atom, name="atom"),
    path("nu/cap.xml", views.cap, name="cap"),
    re_path(r"^nu/cap/[0-9a-f]{32}-[1-9][0-9]{0,4}\.xml$", views.cap_of_message, name="cap_of_message"),
    path("nu/nu.json", views.as_json, name="json"),
    path("nu/kaart/", views.card, name="card"),
]
