"""The address that screens ask for the state."""

from django.urls import path

from campagne.guided.live import views

urlpatterns = [path("meedoen/stand/<str:key>", views.state, name="state")]
