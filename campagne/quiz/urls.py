"""Addresses of a quiz being taken; the quiz page itself is a page of the site."""

from django.urls import path

from campagne.quiz import views

app_name = "quiz"
urlpatterns = [
    path("<slug:slug>/start/", views.start, name="start"),
    path("<slug:slug>/<str:signed>/<int:number>/", views.question, name="question"),
    path("<slug:slug>/<str:signed>/<int:number>/uitleg/", views.explanation, name="explanation"),
    path("<slug:slug>/<str:signed>/overzicht/", views.overview, name="overview"),
    path("<slug:slug>/<str:signed>/klaar/", views.finish, name="finish"),
]
