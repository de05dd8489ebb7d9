"""Prove that the newest backup brings the site back: `manage.py drill`. The clock does it every week."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.serving.backup.disk import told_of_disk
from campagne.serving.backup.drilling import drill
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.shelf import BackupFolder


class Command(BaseCommand):
    help = "Zet de nieuwste backup op proef terug, start de site daar, vraag of alles werkt, en ruim dat weer op."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="folder", type=Path, default=settings.BACKUP_DIR, help="de map (BACKUP_DIR)")

    def handle(self, *, folder: Path | None, **options: object) -> None:
        try:
            if folder is None:
                raise Refused("Waar staan de backups? Geef --from MAP, of zet BACKUP_DIR in .env.")
            with told_of_disk("De proef is niet gedaan"):
                done = drill(BackupFolder(folder), timezone.now(), self.stdout.write)
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Klaar: met {done.file} komt de site terug.")
