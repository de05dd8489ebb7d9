"""Wagtail's command that throws versions of pages away, refused: they are part of the archive."""

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Weigert: elke versie van een pagina blijft bewaard, zolang de pagina er is."
    requires_system_checks = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Whatever was asked for, the answer is the same."""
        super().run_from_argv(argv[:2])

    def handle(self, *args: object, **options: object) -> None:
        raise CommandError(
            "Versies van pagina's worden niet weggegooid: ze horen bij het archief van de gemeente (Archiefwet, Woo). "
            "Is er te weinig ruimte? Kijk eerst naar de uploads en de backups."
        )
