"""Freeze the public figures of a month, as the clock does by itself."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campagne.measurement.public.freezing import NotYet, freeze_month, months_due
from campagne.measurement.public.months import month_asked


class Command(BaseCommand):
    help = (
        "Legt de openbare cijfers van een maand vast. De klok doet dit zelf, op de derde van de maand erna. "
        "Mag vaker: een maand die vaststaat, verandert nooit meer."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--month", type=month_asked, help="Welke maand, zoals 2026-10? Zonder: alle die aan de beurt zijn."
        )

    def handle(self, *, month: date | None, **options) -> None:
        at = timezone.now()
        months = months_due(at) if month is None else [month]
        for one in months:
            self.stdout.write(f"{one:%Y-%m}: bezig …")
            try:
                is_new = freeze_month(one, at)
            except NotYet as reason:
                raise CommandError(str(reason)) from reason
            self.stdout.write(f"{one:%Y-%m}: {'vastgelegd' if is_new else 'stond al vast, en blijft zoals die is'}.")
        if not months:
            self.stdout.write(
                "Er is geen maand aan de beurt. Een maand wordt vastgelegd op de derde van de maand erna."
            )
