"""Bring a file with questions in as drafts."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.quiz.exchange import bundle
from campagne.quiz.exchange.bringing_in import bring_in, report_on
from campagne.quiz.management.commands.export_quiz import in_words
from campagne.sheets.unreadable import Unreadable
from doelgroepen.models import Municipality


class Command(BaseCommand):
    help = "Haalt vragen binnen als concept, uit GIFT, Moodle XML of JSON. Mag twee keer: wat er al is, verandert niet."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Het bestand.")
        parser.add_argument("--municipality", default="", help="Het adres van de gemeente. (leeg: de hele regio)")
        parser.add_argument("--dry-run", action="store_true", help="Alleen zeggen wat er zou gebeuren.")

    def handle(self, *args, file: Path, municipality: str, dry_run: bool, **options) -> None:
        owner = Municipality.objects.filter(slug=municipality).first()
        if municipality and owner is None:
            known = ", ".join(Municipality.objects.values_list("slug", flat=True))
            raise CommandError(f"Er is geen gemeente {municipality!r}. Wel: {known}.")
        try:
            bundle.check_size(file.stat().st_size)
            read = bundle.read(file.read_bytes())
        except (OSError, Unreadable) as error:
            raise CommandError(str(error)) from error
        report = report_on(read, owner) if dry_run else bring_in(read, owner)
        for line in report.lines:
            self.stdout.write(in_words(line))
        counts = ", ".join(f"{count} {carried}" for carried, count in report.counts)
        self.stdout.write(f"{'Zou worden' if dry_run else 'Klaar'}: {counts}. Er wordt niets gepubliceerd.")
