"""The addresses of the action plan. Below `mijn/` stands what somebody answered; nothing of that is ever kept."""

from django.urls import path

from campagne.action_plan import taking, views

app_name = "action_plan"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("<slug:slug>/", views.role, name="role"),
    path("mijn/<slug:slug>/<str:token>/", views.plan, name="plan"),
    path("mijn/<slug:slug>/<str:token>/herinnering.ics", views.calendar, name="calendar"),
    path("mijn/<slug:slug>/<str:token>/vraag/<int:number>/", taking.question, name="question"),
    path("mijn/<slug:slug>/<str:token>/overzicht/", taking.overview, name="overview"),
]
