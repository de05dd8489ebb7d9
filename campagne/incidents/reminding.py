"""Reminders that an incident will end by itself: once an hour before, once a quarter before, to who may extend it."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage, get_connection
from django.db import models
from django.db.models import QuerySet
from django.template.defaultfilters import date as in_words
from django.urls import reverse
from django.utils.timezone import localtime

from campagne.incidents.course import REMIND_BEFORE
from campagne.incidents.incident import Incident
from campagne.serving.clock.fault import fault_of

RAISE = "incidents.raise_incident"
SECONDS_FOR_MAIL = 10
_log = logging.getLogger(__name__)


class Reminder(models.Model):
    """One that was sent. A later end is reminded of anew."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="reminders", verbose_name="incident")
    ends_at = models.DateTimeField("tot")
    minutes_before = models.PositiveSmallIntegerField("minuten ervoor")
    sent_at = models.DateTimeField("verzonden om")

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "ends_at", "minutes_before"], name="an_end_is_reminded_of_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes_before} minuten voor {self.ends_at}"


def remind(at: datetime) -> int:
    """Send what is due; for the clock. Return how many incidents were reminded of. May run twice."""
    soon = Incident.objects.live(at).filter(ends_at__lte=at + max(REMIND_BEFORE)).select_related("page")
    return sum(_remind_of(incident, at) for incident in soon)


def _remind_of(incident: Incident, at: datetime) -> bool:
    """Write down that it was sent before it is: a mail server that fails gives no mail every minute."""
    due = [before for before in REMIND_BEFORE if _is_due(incident, before, at)]
    claimed = [_claim(incident, before, at) for before in due]
    if any(claimed):
        _mail(incident)
    return any(claimed)


def _is_due(incident: Incident, before: timedelta, at: datetime) -> bool:
    """Who set this end less than so long ago needs no reminder of it."""
    moment, newest = incident.ends_at - before, incident.newest
    return moment <= at and newest is not None and newest.sent_at <= moment


def _claim(incident: Incident, before: timedelta, at: datetime) -> bool:
    minutes = int(before.total_seconds() // 60)
    key = {"incident": incident, "ends_at": incident.ends_at, "minutes_before": minutes}
    return Reminder.objects.get_or_create(**key, defaults={"sent_at": at})[1]


def raisers() -> QuerySet[Any]:
    """Everybody who may raise, and so extend, an incident."""
    backend = "django.contrib.auth.backends.ModelBackend"
    return get_user_model().objects.with_perm(RAISE, backend=backend)


def _mail(incident: Incident) -> None:
    """Send it to each; nobody sees the addresses of others, and no failure goes further."""
    addresses = [user.email for user in raisers() if user.email]
    end = in_words(localtime(incident.ends_at), "H:i")
    sort = "OEFENING: " if incident.is_exercise else ""
    body = (
        f"De melding ‘{incident}’ eindigt vanzelf om {end} uur.\n\n"
        "Duurt het langer? Verleng de melding dan op tijd. Is het voorbij? Geef dan het sein veilig.\n\n"
        f"{settings.SITE_URL}{reverse('incidents_incident', args=[incident.pk])}\n"
    )
    try:
        with get_connection(timeout=SECONDS_FOR_MAIL) as connection:
            for address in addresses:
                subject = f"{sort}de melding eindigt om {end} uur"
                EmailMessage(subject, body, to=[address], connection=connection).send()
    except Exception as error:
        _log.error("De herinnering aan een incident is niet gemaild (%s).", fault_of(error))
