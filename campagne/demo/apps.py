from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "campagne.demo"
    label = "demo"
    verbose_name = "Voorbeeldregio"
