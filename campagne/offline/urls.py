"""The addresses of keeping, of what is kept, and of the worker, which must stand at the root to reach every page."""

from django.urls import path

from campagne.offline import views

app_name = "offline"

urlpatterns = [
    path("sw.js", views.worker, name="worker"),
    path("bewaren/", views.kept, name="kept"),
    path("bewaren/<int:page_id>/", views.keep, name="keep"),
    path("bewaren/<int:page_id>/lijst.json", views.listing, name="listing"),
    path("offline/", views.offline, name="offline"),
]
