"""Make the report of an evaluation again from the counters, and say whether it comes out the same."""

from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campagne.measurement.evaluation.reporting import recomputed
from campagne.measurement.models import EvaluationReport


def _number(asked: str) -> int:
    if not asked.isdecimal():
        raise ArgumentTypeError(f"‘{asked}’ is geen nummer van een plan. Neem het getal uit het adres van de pagina.")
    return int(asked)


class Command(BaseCommand):
    help = "Rekent het verslag van een evaluatie na: gelijk, of verschilt. Er wordt niets veranderd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("plan", type=_number, help="Het nummer van het plan; het staat in het adres van de pagina.")

    def handle(self, *, plan: int, **options) -> None:
        report = EvaluationReport.objects.filter(plan=plan).select_related("plan__campaign").first()
        if report is None:
            raise CommandError(f"Plan {plan} heeft geen verslag. Kies het nummer van een plan met een verslag.")
        again = recomputed(report, today=timezone.localdate())
        if again is None:
            raise CommandError("De dagtellingen van toen zijn opgeruimd. Narekenen kan niet meer.")
        self.stdout.write(f"{report.plan}")
        self.stdout.write(f"Verslag: {report.verdict}. Nagerekend: {again.verdict}.")
        same = again.inputs_hash == report.inputs_hash and again.figures["shares"] == report.figures["shares"]
        if same and again.verdict == report.verdict:
            if again.sentence != report.sentence:
                self.stdout.write(f"De zin schrijven we nu anders: {again.sentence}")
            self.stdout.write(self.style.SUCCESS("gelijk"))
            return
        self._tell_otherwise(report, again.figures)
        raise CommandError("verschilt")

    def _tell_otherwise(self, report: EvaluationReport, again: dict) -> None:
        """Each count that came out otherwise."""
        for arm in ("ours", "theirs"):
            kept, now = (figures[arm]["counts"] or {} for figures in (report.figures, again))
            for name in sorted(kept.keys() | now.keys()):
                if kept.get(name) != now.get(name):
                    self.stdout.write(f"  {again['questions'].get(name, arm)}: {kept.get(name)} → {now.get(name)}")
