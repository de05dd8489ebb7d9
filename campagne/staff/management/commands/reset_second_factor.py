"""Wipe somebody's second factor, where no other administrator can come in to do so."""

from django.core.management.base import BaseCommand, CommandParser

from campagne.staff.access.resetting import reset_second_factor
from campagne.staff.management.called import account_called


class Command(BaseCommand):
    help = "Wist de tweede stap en de herstelcodes van een account. Wie inlogt, maakt daarna een nieuwe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gebruikersnaam")

    def handle(self, *, gebruikersnaam: str, **options: object) -> None:
        account = account_called(gebruikersnaam)
        if reset_second_factor(account, by=None):
            self.stdout.write(f"De tweede stap van {gebruikersnaam} is gewist. Bij het inloggen komt er een nieuwe.")
        else:
            self.stdout.write(f"{gebruikersnaam} had geen tweede stap. Er is niets veranderd.")
