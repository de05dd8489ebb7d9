"""Measure how fast it is, as a ratio within one run, and what is left when something breaks."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.measurement.benchmarks import SUBJECTS, subject


class Command(BaseCommand):
    help = (
        "Meet hoe snel het is, als verhouding binnen één keer draaien, en wat er overblijft als er iets stukgaat. "
        "Elke meting heeft een eigen installatie."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("subjects", nargs="*", choices=[[], *SUBJECTS], metavar="|".join(SUBJECTS))

    def handle(self, *args, **options) -> None:
        missed = []
        for name in options["subjects"] or SUBJECTS:
            self.stdout.write(self.style.MIGRATE_HEADING(name))
            outcome = subject(name)(self.stdout.write)
            for line in outcome.lines:
                self.stdout.write(line)
            missed += [] if outcome.is_reached else [name]
        if missed:
            raise CommandError(f"Niet zoals gevraagd: {', '.join(missed)}.")
