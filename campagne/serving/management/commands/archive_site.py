"""Write the public site as plain files, for an archive: `manage.py archive_site FOLDER`."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.serving.archiving.archive import archive
from campagne.serving.backup.disk import told_of_disk
from campagne.serving.backup.refused import Refused
from campagne.serving.database.migrated import what_is_missing


class Command(BaseCommand):
    help = "Schrijf de openbare site als gewone bestanden, met datum en controlegetallen. Te lezen zonder ons."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="een nieuwe of lege map")

    def handle(self, *, folder: Path, **options: object) -> None:
        if missing := what_is_missing():
            raise CommandError(missing)
        try:
            with told_of_disk("Het archief is niet gemaakt"):
                count = archive(folder.absolute(), timezone.now(), self.stdout.write)
        except Refused as error:
            raise CommandError(f"{error} Er is niets bewaard.") from error
        self.stdout.write(f"Klaar: {count} bestanden. Begin bij {folder / 'index.html'}; LEESMIJ.txt zegt wat dit is.")
