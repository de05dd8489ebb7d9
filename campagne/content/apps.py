from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "campagne.content"
    label = "content"
    verbose_name = "Inhoud"
