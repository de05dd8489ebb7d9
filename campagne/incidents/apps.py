from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "campagne.incidents"
    label = "incidents"
    verbose_name = "Incidenten"
