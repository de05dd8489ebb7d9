"""Make a backup of this installation: `manage.py backup --to FOLDER`."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.serving.backup.making import make_backup, megabytes
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.rotation import Keeping
from campagne.serving.backup.sealing import new_identity
from campagne.serving.backup.shelf import BackupFolder


class Command(BaseCommand):
    help = (
        "Maak een backup van database, uploads en instellingen, terwijl de site draait. Het bestand wordt teruggelezen "
        "voor het een naam krijgt. Breekt het af, dan blijft er niets half staan en mag het opnieuw."
    )
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=settings.BACKUP_DIR, help="de map (anders: BACKUP_DIR)")
        parser.add_argument("--recent", action="store_true", help="een tussenstand: database, en nieuwe uploads")
        parser.add_argument("--new-key", type=Path, metavar="BESTAND", help="maak alleen een sleutel, voor BACKUP_KEY")

    def handle(self, *, to: Path | None, recent: bool, new_key: Path | None, **options: object) -> None:
        try:
            if new_key:
                self._make_key(new_key)
            elif to is None:
                raise Refused("Waar moet de backup staan? Geef --to MAP, of zet BACKUP_DIR in .env.")
            else:
                self._make(BackupFolder(to), is_recent=recent)
        except Refused as error:
            raise CommandError(str(error)) from error

    def _make(self, shelf: BackupFolder, *, is_recent: bool) -> None:
        file = make_backup(shelf, timezone.now(), self.stdout.write, base=shelf.newest_whole() if is_recent else None)
        self.stdout.write(f"Klaar: {file} ({megabytes(file)})")
        if not settings.BACKUP_KEY:
            self.stdout.write(
                "Niet versleuteld, dus zonder SECRET_KEY en wachtwoorden: bewaar .env apart. "
                "Met BACKUP_KEY in .env gaan die mee."
            )
        for gone in shelf.rotate(Keeping(*settings.BACKUP_KEEP), timezone.get_default_timezone()):
            self.stdout.write(f"Opgeruimd: {gone.name}")

    def _make_key(self, file: Path) -> None:
        made = new_identity(file)
        self.stdout.write(
            f"Zet dit in .env:\nBACKUP_KEY={made.to_public()}\n"
            f"Bewaar {file} op twee plaatsen buiten deze machine en haal het hier weg. "
            "Zonder dat bestand opent niemand elders een backup."
        )
