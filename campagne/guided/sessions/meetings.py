"""What is written down about a session in the room: when the group met, how many came, and who was helped further."""

from django.db import models
from django.db.models import Q

from campagne.guided.sessions.session import GuidedSession


class Meeting(models.Model):
    """One time that a group meets. `headcount` is None until somebody counted the people in the room."""

    session = models.ForeignKey(GuidedSession, on_delete=models.CASCADE, related_name="meetings", verbose_name="les")
    starts_at = models.DateTimeField("begint om")
    started_at = models.DateTimeField("begonnen om", null=True, blank=True)
    ended_at = models.DateTimeField("klaar om", null=True, blank=True)
    headcount = models.PositiveSmallIntegerField(
        "bezoekers", null=True, blank=True, help_text="Hoeveel mensen waren er in de zaal, zonder begeleiders?"
    )

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(started_at__isnull=False), name="a_meeting_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}, {self.starts_at:%Y-%m-%d %H:%M}"


class Referral(models.Model):
    """How many people of a session were shown the way to somebody who helps further."""

    class Where(models.TextChoices):
        IDO = "ido", "Informatiepunt Digitale Overheid (IDO)"
        POLICE = "politie", "politie"
        FRAUD_DESK = "fraudehelpdesk", "Fraudehelpdesk"
        BANK = "bank", "eigen bank"
        VICTIM_SUPPORT = "slachtofferhulp", "Slachtofferhulp Nederland"
        MUNICIPALITY = "gemeente", "gemeente of wijkteam"
        COURSE = "cursus", "andere les of cursus van de bibliotheek"
        OTHER = "anders", "anders"

    session = models.ForeignKey(GuidedSession, on_delete=models.CASCADE, related_name="referrals", verbose_name="les")
    where = models.CharField("naar", max_length=16, choices=Where.choices)
    count = models.PositiveSmallIntegerField("aantal mensen")

    class Meta:
        ordering = ["pk"]
        verbose_name = "doorverwijzing"
        verbose_name_plural = "doorverwijzingen"
        constraints = [models.UniqueConstraint(fields=["session", "where"], name="a_session_refers_once_to_each")]

    def __str__(self) -> str:
        return f"{self.session_id}, {self.where}: {self.count}"
