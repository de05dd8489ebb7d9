from django.apps import AppConfig


class LanguageConfig(AppConfig):
    name = "campagne.language"
    label = "language"
    verbose_name = "Taal"
