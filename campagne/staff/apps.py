from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "campagne.staff"
    label = "staff"
    verbose_name = "Medewerkers"
