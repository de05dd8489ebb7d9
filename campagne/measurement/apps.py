from django.apps import AppConfig


class MeasurementConfig(AppConfig):
    name = "campagne.measurement"
    label = "measurement"
    verbose_name = "Metingen"
