from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "campagne.media"
    label = "media"
    verbose_name = "Beeld"
