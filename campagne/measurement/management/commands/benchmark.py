"""Measure how fast it is, as a ratio within one run."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campagne.measurement.benchmarks import SUBJECTS, subject


class Command(BaseCommand):
    help = "Meet hoe snel het is. Elke meting is een verhouding binnen één keer draaien, in een eigen lege installatie."

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
            raise CommandError(f"Niet snel genoeg: {', '.join(missed)}.")
