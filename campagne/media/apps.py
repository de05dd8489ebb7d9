from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "campagne.media"
    label = "media"
    verbose_name = "Beeld"

    def ready(self) -> None:
        from campagne.media.exports import make_exports_safe

        make_exports_safe()
