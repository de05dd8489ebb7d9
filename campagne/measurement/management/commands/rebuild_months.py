"""Make the counts per month again from the counts per day."""

from django.core.management.base import BaseCommand

from campagne.measurement.months import months_to_rebuild, rebuild_month


class Command(BaseCommand):
    help = "Maakt de maandtellingen opnieuw uit de dagtellingen. Maanden waarvan de dagen weg zijn, blijven staan."

    def handle(self, *args, **options) -> None:
        months = months_to_rebuild()
        for month in months:
            self.stdout.write(f"{month:%m-%Y}: {rebuild_month(month)} tellingen")
        self.stdout.write(f"{len(months)} maanden opnieuw gemaakt.")
