"""Write the software bill of materials: `manage.py sbom > weerbaar.cdx.json`."""

import tomllib
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.serving.supply.bill import bill_of_materials
from campagne.serving.supply.lock import BadLock, both_locks


class Command(BaseCommand):
    help = (
        "Schrijft de stuklijst van de software (SBOM) als CycloneDX 1.6: elk vastgelegd pakket met versie, hashes en "
        "licentie, en wat van Debian nodig is. Dezelfde locks geven dezelfde bytes."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dated", action="store_true", help="met het moment van nu erin")

    def handle(self, *args: Any, dated: bool, **options: Any) -> None:
        project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text())["project"]
        try:
            locks = both_locks(settings.BASE_DIR)
        except BadLock as error:
            raise CommandError(str(error)) from error
        at = timezone.now() if dated else None
        self.stdout.write(bill_of_materials(*locks, version=project["version"], at=at), ending="")
