"""Addresses of a quiz being taken; the quiz page itself is a page of the site."""

from django.urls import path

from campagne.quiz.taking import looking_back, views

app_name = "quiz"
urlpatterns = [
    path("<slug:slug>/start/", views.start, name="start"),
    path("<slug:slug>/<str:signed>/<int:number>/", views.question, name="question"),
    path("<slug:slug>/<str:signed>/<int:number>/uitleg/", views.explanation, name="explanation"),
    path("<slug:slug>/<str:signed>/vooraf/", looking_back.measured_before, name="measured_before"),
    path("<slug:slug>/<str:signed>/achteraf/", looking_back.measured_after, name="measured_after"),
    path("<slug:slug>/<str:signed>/overzicht/", looking_back.overview, name="overview"),
    path("<slug:slug>/<str:signed>/klaar/", looking_back.finish, name="finish"),
    path("<slug:slug>/<str:signed>/stoppen/", looking_back.stop, name="stop"),
]
