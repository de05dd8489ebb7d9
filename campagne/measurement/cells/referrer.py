"""DayReferrer: from which of a short list of websites visits came, and how many."""

from django.db import models

from campagne.measurement.counters import tally
from campagne.measurement.phrases import DayReferrers, MonthCounts


class ReferrerTally(models.Model):
    """`referrer` is a name of the list in `referrers`; never an address."""

    referrer = models.CharField(
        "herkomst", max_length=24, help_text="Een naam van een korte lijst, ‘overig’ of ‘onbekend’. Nooit een adres."
    )
    visits = tally("bezoeken", "Hoe vaak iemand daarvandaan binnenkwam.")

    class Meta:
        abstract = True


class DayReferrer(ReferrerTally):
    explanation = "Per dag: van welke bekende website bezoekers kwamen, uit een korte lijst. De rest heet ‘overig’."

    day = models.DateField("dag", help_text="De dag, in Nederlandse tijd.")

    objects = DayReferrers.as_manager()

    class Meta:
        verbose_name = "dagtelling van herkomst"
        verbose_name_plural = "dagtellingen van herkomst"
        constraints = [models.UniqueConstraint(fields=["day", "referrer"], name="a_day_counts_a_referrer_once")]

    def __str__(self) -> str:
        return f"{self.day}, {self.referrer}: {self.visits}"


class MonthReferrer(ReferrerTally):
    explanation = "Dezelfde tellingen per maand en per herkomst. Deze blijven bewaard."

    month = models.DateField("maand", help_text="De eerste dag van de maand.")

    objects = MonthCounts.as_manager()

    class Meta:
        verbose_name = "maandtelling van herkomst"
        verbose_name_plural = "maandtellingen van herkomst"
        constraints = [models.UniqueConstraint(fields=["month", "referrer"], name="a_month_counts_a_referrer_once")]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}, {self.referrer}: {self.visits}"
