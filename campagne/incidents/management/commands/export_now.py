"""Export what is said about now, for a web server or a bucket."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.wsgi import get_wsgi_application

from campagne.incidents.showing.export import NothingToExport, export
from campagne.serving.store.running import new_store


class Command(BaseCommand):
    help = (
        "Schrijf /nu/ in elke taal, met de feeds, als gewone bestanden naar een map. "
        "Een webserver of bucket kan die geven als de site weg is. Mag elke minuut, ook zonder database."
    )
    requires_system_checks: list[str] = []  # With the database away it must still export what is stored.

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="de map; ze wordt gemaakt als ze er niet is")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            files = export(new_store(get_wsgi_application(), most_bytes=0), folder)
        except NothingToExport:
            raise CommandError("/nu/ kan nu niet worden gemaakt en is nooit bewaard. Start eerst de site.") from None
        except OSError as error:
            raise CommandError(f"In {folder} kan niet worden geschreven: {error.strerror}.") from error
        for file in files:
            self.stdout.write(str(file))
