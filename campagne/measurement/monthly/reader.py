"""MonthlyReader: who wants the mail, and of which month it was last sent."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

SENT_ON = 5
"""From which day of a month on the mail about the month before it leaves."""
MOST_TRIES = 5


class MonthlyReaderQuerySet(models.QuerySet["MonthlyReader"]):
    def waiting(self, day: date) -> Self:
        """Those who still get the mail that leaves in the month of `day`; nobody before the fifth.

        Who asked for it on the fifth or later begins with the next one, also after stopping for a moment.
        """
        if day.day < SENT_ON:
            return self.none()
        return self.filter(not_sent(month_before(day)), since__lt=day.replace(day=SENT_ON))


class MonthlyReader(models.Model):
    """Somebody with a login who may see figures. A mail of a month is sent once, also when the clock runs twice.

    `failures` counts tries since the last that went well. With `sent_month` marked as well, it is known to have failed
    too often, or the process ended while it was being sent.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name="lezer"
    )
    since = models.DateField("sinds")
    sent_month = models.DateField("laatst verstuurde maand", null=True, blank=True)
    failures = models.PositiveSmallIntegerField("mislukte pogingen", default=0)

    objects = MonthlyReaderQuerySet.as_manager()

    class Meta:
        ordering = ["user"]
        verbose_name = "lezer van de maandmail"
        verbose_name_plural = "lezers van de maandmail"

    def __str__(self) -> str:
        return str(self.user)


def not_sent(month: date) -> Q:
    return Q(sent_month=None) | Q(sent_month__lt=month)


def month_before(day: date) -> date:
    """The first day of the month before that of `day`."""
    return date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1)
