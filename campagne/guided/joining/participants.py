"""Participants: random ids that link a device and a seat card to the answers of one attempt, for as long as needed."""

import uuid

from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery

from campagne.guided.joining.seats import SeatCard
from campagne.guided.sessions.meetings import Meeting
from campagne.guided.sessions.session import GuidedSession


def _last_begun() -> models.QuerySet:
    of_session = Meeting.objects.filter(session=OuterRef("session")).order_by().values("session")
    return of_session.annotate(last=Max("started_at")).values("last")


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def present(self) -> "ParticipantQuerySet":
        """Who is in at this meeting on a device, and did not say to be ready.

        A sheet of paper is not in the room by itself, nor is who came to an earlier meeting, nor a place that was
        taken twice by pressing twice, whose screen was never shown.
        """
        return self.filter(device__gt=0, left_at=None).came_to_this_meeting()

    def came_to_this_meeting(self) -> "ParticipantQuerySet":
        """Who saw a screen since the last meeting of their session began."""
        return self.filter(came_at__gte=Subquery(_last_begun()))

    def with_meeting(self) -> "ParticipantQuerySet":
        """With `meeting_began_at`: when the last meeting of their session began, None if none did."""
        return self.annotate(meeting_began_at=Subquery(_last_begun()))


class Participant(models.Model):
    """Somebody who takes part, without a name. Its id is that of the attempt.

    `sheet` is the number of the paper that was typed in for somebody, who may have been on a device as well.
    `device` is 0 for who was on paper alone, and rises when a seat card moves to another device: what was open on the
    one before is then closed.
    """

    explanation = "Iemand die meedoet aan een groepsles, zonder naam. Weg zodra de antwoorden bij de tellingen zitten."

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        GuidedSession,
        on_delete=models.CASCADE,
        related_name="participants",
        verbose_name="les",
        help_text="Aan welke les iemand meedoet.",
    )
    seat = models.OneToOneField(
        SeatCard,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="participant",
        verbose_name="plaatskaart",
        help_text="Met welke kaart iemand verder kan; leeg zonder kaart.",
    )
    sheet = models.PositiveSmallIntegerField(
        "blad", null=True, blank=True, help_text="Het nummer op het antwoordblad; leeg zonder blad."
    )
    device = models.PositiveSmallIntegerField(
        "apparaat",
        default=1,
        help_text="Het hoeveelste apparaat het is, na een wissel met de kaart; 0 als het alleen papier was.",
    )
    joined_at = models.DateTimeField("mee vanaf", help_text="Wanneer iemand meedeed.")
    came_at = models.DateTimeField(
        "binnen om", null=True, blank=True, help_text="Wanneer het scherm openging, bij de laatste bijeenkomst."
    )
    is_waiting = models.BooleanField(
        "wacht op een tablet", default=False, help_text="Of een ander nu op de tablet werkt; verder kan met de kaart."
    )
    left_at = models.DateTimeField(
        "klaar om", null=True, blank=True, help_text="Wanneer iemand op ‘Klaar, wis alles’ drukte."
    )

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = "deelnemer"
        verbose_name_plural = "deelnemers"
        constraints = [
            models.UniqueConstraint(
                fields=["session", "sheet"], condition=Q(sheet__isnull=False), name="a_sheet_is_typed_in_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_at_device(self) -> bool:
        """Tell whether a screen is open for somebody, who neither waits for a turn nor is ready."""
        return bool(self.device) and not self.left_at and not self.is_waiting
