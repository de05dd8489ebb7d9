from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "campagne.contacts"
    label = "contacts"
    verbose_name = "Meldpunten"
