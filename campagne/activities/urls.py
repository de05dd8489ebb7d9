"""The addresses of activities. They are printed on posters, and calendars keep asking at them, so they stay."""

from django.urls import path

from campagne.activities import views

app_name = "activities"

urlpatterns = [
    path("activiteiten/", views.everything, name="list"),
    path("activiteiten/agenda.ics", views.calendar_of_everything, name="list_calendar"),
    path("activiteiten/<slug:slug>/", views.named, name="named"),
    path("activiteiten/<slug:slug>/agenda.ics", views.calendar_of_named, name="calendar"),
]
