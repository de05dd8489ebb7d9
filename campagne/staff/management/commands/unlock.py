"""Take the lock off logging in, for somebody who cannot wait a quarter of an hour."""

from django.core.management.base import BaseCommand, CommandParser

from campagne.staff.access.lockout.unlocking import take_lock_off
from campagne.staff.management.called import account_called


class Command(BaseCommand):
    help = "Haalt het slot van een account na te veel verkeerde wachtwoorden of codes. Het wachtwoord blijft hetzelfde."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gebruikersnaam")

    def handle(self, *, gebruikersnaam: str, **options: object) -> None:
        account = account_called(gebruikersnaam)
        if take_lock_off(account, by=None):
            self.stdout.write(f"Het slot is eraf: {gebruikersnaam} kan weer overal inloggen.")
        else:
            self.stdout.write(f"{gebruikersnaam} had geen slot. Er is niets veranderd.")
