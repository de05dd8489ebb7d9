"""Check the packages of others: locked, installed as locked, under a licence we accept, without known leaks."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.serving.supply.audit import OSV, Audit, Outcome, audit
from campagne.serving.supply.installed import differences, installed_packages
from campagne.serving.supply.licences import refused
from campagne.serving.supply.lock import DEVELOPMENT, BadLock, both_locks

NOT_DONE = """
###############################################################
#  NIET GECONTROLEERD OP BEKENDE LEKKEN: niemand gaf antwoord  #
###############################################################
""".strip()
AGAIN = "Doe het nog eens waar internet is: manage.py check_packages --must-audit"


class Command(BaseCommand):
    help = (
        "Kijkt of elk pakket vastligt met een hash, of geïnstalleerd is wat vastligt, of we elk pakket mogen "
        "verspreiden, en of er lekken bekend zijn. Geeft de lekkendienst geen antwoord, dan zegt hij dat luid."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--locks", type=Path, default=settings.BASE_DIR, help="de map met de locks (deze)")
        parser.add_argument("--service", default=OSV, help=f"een dienst die OSV spreekt ({OSV})")
        parser.add_argument("--must-audit", action="store_true", help="ook mislukken als die niet te bereiken is")

    def handle(self, *args: Any, locks: Path, service: str, must_audit: bool, **options: Any) -> None:
        try:
            _, locked = both_locks(locks)
        except BadLock as error:
            raise CommandError(str(error)) from error
        if wrong := [*differences(installed_packages(), locked), *refused(locked)]:
            raise CommandError("\n".join([*wrong, "Draai 'make .venv/ready' na een andere lock."]))
        self.stdout.write(f"{len(locked)} pakketten zijn geïnstalleerd zoals vastgelegd, met een licentie die mag.")
        self._tell(audit(locks / DEVELOPMENT, locked, service), must_audit=must_audit)

    def _tell(self, audited: Audit, *, must_audit: bool) -> None:
        told = "\n".join(audited.told)
        if audited.outcome is Outcome.CLEAN:
            self.stdout.write(told)
        elif audited.outcome is Outcome.NOT_DONE and not must_audit:
            self.stderr.write("\n".join([NOT_DONE, told, AGAIN]))
        elif audited.outcome is Outcome.NOT_DONE:
            raise CommandError(f"Niet gecontroleerd op bekende lekken. {told}")
        else:
            raise CommandError(told)
