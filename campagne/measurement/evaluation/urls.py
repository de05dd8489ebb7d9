"""The addresses of evaluations, below those of the figures."""

from django.urls import path

from campagne.measurement.evaluation import views

EVALUATION_URLS = (
    path("cijfers/evaluaties/", views.evaluations, name="evaluations"),
    path("cijfers/evaluaties/nieuw/", views.evaluation_add, name="evaluation_add"),
    path("cijfers/evaluaties/<int:pk>/", views.evaluation, name="evaluation"),
    path("cijfers/evaluaties/<int:pk>/veranderen/", views.evaluation_edit, name="evaluation_edit"),
    path("cijfers/evaluaties/<int:pk>/intrekken/", views.evaluation_withdraw, name="evaluation_withdraw"),
    path("cijfers/evaluaties/<int:pk>/verslag.csv", views.evaluation_csv, name="evaluation_csv"),
)
