from django.apps import AppConfig


class GuidedConfig(AppConfig):
    name = "campagne.guided"
    label = "guided"
    verbose_name = "Begeleide sessies"
