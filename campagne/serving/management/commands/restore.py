"""Put a backup back in a new place: `manage.py restore FILE --into FOLDER [--database URL] [--key FILE]`."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.serving.backup.manifest import Manifest
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.restoring import restore
from campagne.serving.backup.sealing import identities_in, own_identities


class Command(BaseCommand):
    help = (
        "Zet een backup terug in een nieuwe map, en in een lege PostgreSQL als hij daarvan is. De site wordt daar "
        "gestart en bevraagd voor hij klaar heet. Er wordt niets overschreven; breekt het af, dan blijft er niets."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="het bestand: backup-….tar.gz of backup-….tar.gz.age")
        parser.add_argument("--into", type=Path, required=True, help="een nieuwe map: de DATA_DIR van straks")
        parser.add_argument(
            "--database", default="", help="een lege database: postgres://gebruiker:wachtwoord@machine/naam"
        )
        parser.add_argument("--key", type=Path, help="het bestand met de geheime sleutel, als de backup versleuteld is")

    def handle(self, *, file: Path, into: Path, database: str, key: Path | None, **options: object) -> None:
        try:
            identities = identities_in(key) if key else own_identities(Path(settings.DATA_DIR))
            manifest = restore(file, into, database, identities, self.stdout.write)
        except Refused as error:
            raise CommandError(f"{error} Er is niets veranderd.") from error
        for line in next_steps(manifest, into.absolute(), database):
            self.stdout.write(line)


def next_steps(manifest: Manifest, into: Path, database: str) -> list[str]:
    lines = [
        "Klaar: de site werkt daar. Stap zo over:",
        "1. Stop de site.",
        f"2. Zet in .env: DATA_DIR={into}",
        *([f"   en: DATABASE_URL={database}"] if database else []),
        f"3. Vergelijk .env met {into / 'settings.env'}"
        + (" (met alle geheimen: haal dat bestand daarna weg)." if manifest.has_secrets else " (zonder geheimen)."),
        "4. Print de unit opnieuw als systemd de site start: manage.py deployment systemd",
        "5. Start de site weer.",
    ]
    if not manifest.has_secrets:
        lines += [
            "Is de oude SECRET_KEY weg? Neem een nieuwe: wie ingelogd was of een quiz begon, begint opnieuw.",
            "Codes van de tweede stap en herstelcodes werken dan niet meer. Draai, na de start, voor ieder met een "
            "tweede stap: manage.py reset_second_factor NAAM",
        ]
    if manifest.uploads == "store":
        lines.append("Uploads staan in de bucket van UPLOADS_URL; die heeft zijn eigen reservekopie.")
    return lines
