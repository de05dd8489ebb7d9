from django.apps import AppConfig


class DoelgroepenConfig(AppConfig):
    name = "doelgroepen"
    label = "doelgroepen"
    verbose_name = "Doelgroepen, gemeenten en thema's"
