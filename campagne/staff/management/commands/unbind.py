"""Take an account loose from whoever it was bound to at a municipality, so that the next with its address is bound."""

from django.core.management.base import BaseCommand, CommandParser

from campagne.staff.access.oidc.binding import unbind
from campagne.staff.management.called import account_called


class Command(BaseCommand):
    help = (
        "Koppelt een account los van het account bij de gemeente. Wie daarna met hetzelfde e-mailadres inlogt bij de "
        "gemeente, krijgt dit account. Kijk dus eerst of dat dezelfde persoon is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gebruikersnaam")

    def handle(self, *, gebruikersnaam: str, **options: object) -> None:
        account = account_called(gebruikersnaam)
        if unbind(account, by=None):
            self.stdout.write(
                f"{gebruikersnaam} is los. Wie nu met {account.email} inlogt bij de gemeente, krijgt het."
            )
        else:
            self.stdout.write(f"{gebruikersnaam} was niet gekoppeld. Er is niets veranderd.")
