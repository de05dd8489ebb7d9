"""Addresses of this room: the report of a session, and the certificate to take home."""

from django.urls import path

from campagne.guided.report import certificate, views

urlpatterns = [
    path("begeleiden/les/<str:signed>/verslag/", views.report, name="report"),
    path("begeleiden/les/<str:signed>/verslag/verslag.pdf", views.report_pdf, name="report_pdf"),
    path("begeleiden/les/<str:signed>/verslag/verslag.csv", views.report_csv, name="report_csv"),
    path("meedoen/bewijs/", certificate.certificate, name="certificate"),
    path("meedoen/bewijs/<slug:module>/", certificate.certificate, name="certificate_of"),
]
