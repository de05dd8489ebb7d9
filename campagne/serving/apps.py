from django.apps import AppConfig
from django.core.checks import register

from campagne.serving.database.checks import CHECKS


class ServingConfig(AppConfig):
    name = "campagne.serving"
    label = "serving"
    verbose_name = "Installatie"

    def ready(self) -> None:
        for check, tag in CHECKS:
            register(check, tag)

        from campagne.serving.store import changes  # It needs the models, which are there from now on.

        changes.connect(self)
