"""Bring this installation to the code that stands on the disk: `manage.py upgrade`."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.serving.backup.disk import told_of_disk
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.shelf import BackupFolder
from campagne.serving.backup.upgrading import upgrade


class Command(BaseCommand):
    help = (
        "Maak een backup, werk de database bij naar de nieuwe code, bewijs dat de site werkt en laat de draaiende site "
        "die code overnemen. Lezen gaat door, schrijven wordt even geweigerd. Mislukt het, dan is alles als daarvoor."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=settings.BACKUP_DIR, help="waar de backup komt (BACKUP_DIR)")

    def handle(self, *, to: Path | None, **options: object) -> None:
        try:
            shelf = BackupFolder(to or settings.DATA_DIR / "backups")
            with told_of_disk("De upgrade is niet afgemaakt"):
                backup = upgrade(shelf, timezone.now(), self.stdout.write)
        except Refused as error:
            if isinstance(error.__cause__, KeyboardInterrupt):
                raise error.__cause__ from error
            raise CommandError(str(error)) from error
        self.stdout.write(f"Klaar: de database is bij en de site werkt. De backup van daarvoor: {backup}")
