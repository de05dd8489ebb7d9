"""Delete the counts per day of long ago; the months stay."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campagne.measurement.months import MonthsDiffer, purge_days
from campagne.measurement.periods import oldest_day_kept


class Command(BaseCommand):
    help = "Ruimt dagtellingen op die ouder zijn dan 25 maanden. De maandtellingen blijven."

    def handle(self, *args, **options) -> None:
        before = oldest_day_kept(timezone.localdate())
        try:
            rows = purge_days(before)
        except MonthsDiffer as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{rows} dagtellingen van vóór {before:%d-%m-%Y} opgeruimd.")
