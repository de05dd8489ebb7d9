"""Addresses of this room, below /beheer/medewerkers/."""

from django.urls import path

from campagne.staff.freezing import views

urlpatterns = [
    path("<int:pk>/bevriezen/", views.freeze_screen, name="freeze_account"),
    path("<int:pk>/bevriezen/nu/", views.freeze_now, name="freeze_now"),
    path("<int:pk>/bevriezen/intrekken/", views.revoke, name="freeze_revoke"),
    path("<int:pk>/bevriezen/terugzetten/", views.put_back_some, name="freeze_put_back"),
    path("<int:pk>/bevriezen/ontdooien/", views.thaw_screen, name="thaw_account"),
]
