"""Inbox: what arrived and still has to be added to the counters. A row lives minutes."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from campagne.measurement.counters import STEP_HELP

# A row stays this long after it was counted, only so that the same message arriving again is recognised.
REMEMBERED = timedelta(minutes=10)


class InboxRows(models.QuerySet):
    def uncounted(self, until: datetime) -> Self:
        """What arrived up to `until` and is not in the counters, in order of arrival."""
        return self.filter(counted_at=None, received_at__lte=until).order_by("id")

    def forgettable(self, at: datetime) -> Self:
        return self.filter(counted_at__lt=at - REMEMBERED)


class Kind(models.TextChoices):
    VIEW = "view", "getoond"
    READ = "read", "gelezen"
    ACT = "act", "gedaan"


class Inbox(models.Model):
    explanation = (
        "Postvak: wat net is binnengekomen. Na een paar minuten is het bij de tellingen opgeteld; "
        "tien minuten daarna is de rij weg."
    )

    once = models.CharField(
        "eenmaligheid",
        max_length=120,
        unique=True,
        help_text="Een willekeurig getal van deze ene weergave, zodat hetzelfde bericht één keer telt. "
        "Bij de volgende pagina is het een ander getal.",
    )
    kind = models.CharField("soort", max_length=4, choices=Kind.choices, help_text="Getoond, gelezen of gedaan.")
    day = models.DateField("dag", help_text="De dag van de weergave, in Nederlandse tijd.")
    page_id = models.BigIntegerField("pagina", help_text="Het nummer van de pagina.")
    revision_id = models.BigIntegerField("versie", help_text="Het nummer van de versie van de pagina.")
    step = models.PositiveSmallIntegerField("stap", default=0, help_text=STEP_HELP)
    is_entry = models.BooleanField("binnengekomen", default=False, help_text="Of iemand van buiten onze site kwam.")
    via = models.CharField(
        "ingang",
        max_length=55,
        blank=True,
        db_default="",
        help_text="Langs welke ingang, zoals een poster, of langs welke keuze: ‘Ik ben …’.",
    )
    referrer = models.CharField(
        "herkomst",
        max_length=24,
        blank=True,
        db_default="",
        help_text="Van welke bekende website iemand kwam: een naam van een korte lijst, nooit een adres.",
    )
    act = models.CharField("handeling", max_length=10, blank=True, help_text="Wat er is gedaan.")
    subject = models.CharField(
        "onderwerp", max_length=50, blank=True, help_text="Welk meldpunt, welk antwoord of welke reden."
    )
    received_at = models.DateTimeField("ontvangen", help_text="Wanneer het binnenkwam.")
    counted_at = models.DateTimeField("geteld", null=True, blank=True, help_text="Wanneer het is opgeteld.")

    objects = InboxRows.as_manager()

    class Meta:
        verbose_name = "postvak"
        verbose_name_plural = "postvak"
        indexes = [
            models.Index(fields=["received_at"], condition=Q(counted_at=None), name="inbox_still_to_count"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} op pagina {self.page_id}"
