from django.apps import AppConfig


class ServingConfig(AppConfig):
    name = "campagne.serving"
    label = "serving"
    verbose_name = "Installatie"
