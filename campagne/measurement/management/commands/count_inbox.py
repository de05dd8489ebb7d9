"""Add what has arrived to the counters."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from campagne.measurement.consumer import SETTLE, count
from campagne.measurement.rejections import write_rejections


class Command(BaseCommand):
    help = "Telt op wat in het postvak ligt. Mag vaker draaien, en tegelijk met de site: alles telt één keer."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--now", action="store_true", help="Wacht niet tot berichten twee minuten oud zijn.")

    def handle(self, *args, **options) -> None:
        write_rejections()
        rows = count(timezone.now(), timedelta(0) if options["now"] else SETTLE)
        self.stdout.write(f"{rows} berichten geteld.")
