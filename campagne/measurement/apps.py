from django.apps import AppConfig
from wagtail.signals import page_published, page_unpublished


class MeasurementConfig(AppConfig):
    name = "campagne.measurement"
    label = "measurement"
    verbose_name = "Metingen"

    def ready(self) -> None:
        from campagne.measurement.cells import labelling  # It needs the models, which are there from now on.

        page_published.connect(labelling.note_published, dispatch_uid="labels")
        page_unpublished.connect(labelling.note_withdrawn, dispatch_uid="labels")
