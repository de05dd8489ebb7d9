"""Bring the database up to date in one transaction: `manage.py migrate_at_once`, as `upgrade` does on PostgreSQL."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from campagne.serving.database.migrated import are_taken_back_together


class Command(BaseCommand):
    help = "Voer alle wijzigingen van de database uit in één transactie: mislukt er een, dan is er geen gedaan."
    requires_system_checks = []

    def handle(self, *args: object, **options: object) -> None:
        if not are_taken_back_together():
            raise CommandError("Niet alle wijzigingen kunnen in één transactie. Voer uit: manage.py upgrade")
        with transaction.atomic(), connection.cursor() as cursor:
            # What waits to be checked at the end keeps PostgreSQL from changing that table.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            call_command("migrate", verbosity=0)
