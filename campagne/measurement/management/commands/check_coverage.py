"""Check that there is something for everybody, and that somebody looked it over in time."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from campagne.measurement.offer.findings import Finding, lacking, too_old
from campagne.measurement.offer.gathered import gather


class Command(BaseCommand):
    help = (
        "Kijkt na of elk thema een nagekeken pagina en quiz heeft voor de doelgroep die de rode draad is (jongeren), "
        "en of alles op tijd is nagekeken. Geeft code 1 als dat niet zo is, en zegt wat u kunt doen."
    )

    def handle(self, *args, **options) -> None:
        offer = gather(timezone.localdate())
        gaps, stale = lacking(offer), list(too_old(offer.stale()))
        self._tell("Wat ontbreekt", gaps)
        self._tell("Te lang niet nagekeken", stale)
        if gaps or stale:
            address = f"{settings.SITE_URL.rstrip('/')}{reverse('offer')}"
            found = f"{len(gaps)} keer ontbreekt er iets, {len(stale)} keer is iets niet op tijd nagekeken."
            raise CommandError(f"{found} Bekijk het op {address}", returncode=1)
        count = len(offer.pieces) + len(offer.contacts)
        self.stdout.write(f"Alles is er, en alle {count} pagina's en meldpunten zijn op tijd nagekeken.")

    def _tell(self, heading: str, findings: list[Finding]) -> None:
        if findings:
            self.stdout.write(f"{heading}:")
        for finding in findings:
            self.stdout.write(f"- {finding.what} {finding.todo}")
