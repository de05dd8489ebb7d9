"""Presenter's cards: a secret on paper that opens one session and nothing else; a volunteer needs no account."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import models

from campagne.guided.sessions.session import GuidedSession, new_key

SECRET_HASH_LENGTH = 64


class PresenterCardQuerySet(models.QuerySet["PresenterCard"]):
    def valid(self) -> "PresenterCardQuerySet":
        return self.filter(revoked_at=None)

    def with_secret(self, secret: str) -> "PresenterCard | None":
        """The card with this secret, unless it was withdrawn."""
        return self.valid().select_related("session").filter(secret_hash=hash_of(secret)).first()


class PresenterCard(models.Model):
    """One card. Only the hash of its secret is kept, so a card that is lost is withdrawn, and printed anew."""

    session = models.ForeignKey(GuidedSession, on_delete=models.CASCADE, related_name="cards", verbose_name="les")
    secret_hash = models.CharField("afdruk van het geheim", max_length=SECRET_HASH_LENGTH, unique=True)
    made_at = models.DateTimeField("gemaakt op")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemaakt door",
    )
    revoked_at = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects = PresenterCardQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "begeleiderskaart"
        verbose_name_plural = "begeleiderskaarten"

    def __str__(self) -> str:
        return f"kaart {self.pk} van les {self.session_id}"


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is twelve random signs, so nothing slower than this is needed."""
    return sha256(secret.encode()).hexdigest()


def make_card(session: GuidedSession, at: datetime, by: Any = None) -> tuple[PresenterCard, str]:
    """Make a card; its secret is known only now, to be printed."""
    secret = new_key()
    made = {"made_at": at, "made_by": by}
    return PresenterCard.objects.create(session=session, secret_hash=hash_of(secret), **made), secret
