from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "campagne.activities"
    label = "activities"
    verbose_name = "Activiteiten"
