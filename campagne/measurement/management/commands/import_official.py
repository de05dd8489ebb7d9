"""Bring a table of CBS or the police in."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.measurement.official.bringing_in import NothingNew, bring_in
from campagne.measurement.official.plan import Plan, plan_for, what_we_know
from campagne.measurement.official.reading import file as reader
from campagne.measurement.official.reading.joining import Reading
from campagne.sheets.unreadable import Unreadable

BY = "import_official"


class Command(BaseCommand):
    help = (
        "Leest officiële cijfers in: CSV, XLSX of OData in JSON (met de titels erbij: meer bestanden van één tabel). "
        "Mag twee keer: wat er al staat, verandert nooit; een ander getal wordt een nieuwe uitgave."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="Het bestand.")
        parser.add_argument("--dry-run", action="store_true", help="Alleen zeggen wat er zou gebeuren.")

    def handle(self, *args, files: list[Path], dry_run: bool, **options) -> None:
        content = self._content(files)
        self.stdout.write(f"Lezen: {len(content) // 1024 + 1} kB …")
        reading = self._read(content)
        self.stdout.write(f"Vergelijken: {len(reading.records)} cijfers …")
        plan = plan_for(reading)
        self._tell(plan)
        if plan.wrong:
            raise CommandError("Dit bestand spreekt zichzelf tegen. Er is niets overgenomen. Kijk bij de bron.")
        if dry_run:
            self.stdout.write(f"Zou worden: {len(plan.taken)} cijfers overgenomen. Er is niets geschreven.")
            return
        name = ", ".join(file.name for file in files)
        try:
            file = bring_in(reading, content, name=name, by=BY, at=timezone.now())
        except NothingNew:
            self.stdout.write("Klaar: niets nieuws. Er is niets geschreven.")
            return
        self.stdout.write(f"Klaar: {file.taken} cijfers overgenomen, {file.skipped} getallen overgeslagen.")

    def _content(self, files: list[Path]) -> bytes:
        try:
            reader.check_size(sum(file.stat().st_size for file in files))
            return reader.together([file.read_bytes() for file in files])
        except OSError as error:
            raise CommandError(
                f"{error.filename} is niet te lezen: het is er niet, is een map of is afgeschermd. Kies een bestand."
            ) from error
        except Unreadable as error:
            raise CommandError(str(error)) from error

    def _read(self, content: bytes) -> Reading:
        try:
            return reader.read(content, what_we_know(timezone.localdate()))
        except Unreadable as error:
            raise CommandError(str(error)) from error

    def _tell(self, plan: Plan) -> None:
        for step in plan.steps:
            fate = "" if plan.wrong else f" ({step.fate.value})"
            self.stdout.write(f"  {step.indicator}, {step.region}, {step.record.period}: {step.words}{fate}")
        for remark in plan.skipped:
            self.stdout.write(f"  overgeslagen: {remark.text} ({remark.count} keer, eerst: {remark.where})")
        for remark in plan.wrong:
            self.stderr.write(f"  fout: {remark.text} ({remark.where})")
