"""What the screens show of incidents: what is told in each language, how long it lasts, and what happened in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from json import dumps
from typing import Any

from django.db.models import QuerySet

from campagne.content.instruction import InstructionPage, Language
from campagne.incidents.durations import in_words, left_in_words
from campagne.incidents.incident import Incident, Message
from campagne.incidents.raising import told_of, wanted_of

Told = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Reading:
    """What readers of one language see."""

    language: str
    name: str
    title: str
    summary: str
    acts: list[Mapping[str, str]]
    lines: list[str]


def readings(told: Told) -> list[Reading]:
    """What is told, one language after another; a language that nobody wrote it in is not there."""
    return [Reading(language.value, language.label, **told[language]) for language in Language if language in told]


def missing_languages(told: Told) -> list[str]:
    return [language.label for language in Language if language not in told]


def waiting_told(incident: Incident) -> Told:
    """What readers will see once it is confirmed, in the words of now."""
    return told_of(incident.page, wanted_of(incident))


def mark_of(incident: Incident, told: Told) -> str:
    """A short mark of what somebody saw, so that nobody confirms another text than they read."""
    seen = [told, incident.area, incident.ends_at.isoformat()]
    return sha256(dumps(seen, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Standing:
    """An incident with what the clock says of it."""

    incident: Incident
    left: str
    is_ending: bool
    newest: Message | None
    took: str

    @property
    def told(self) -> list[Reading]:
        return readings(self.newest.told) if self.newest else []


SOON_MINUTES = 60


def standing(incident: Incident, at: datetime) -> Standing:
    left = incident.ends_at - at
    return Standing(
        incident=incident,
        left=left_in_words(left),
        is_ending=incident.is_live and left.total_seconds() <= SOON_MINUTES * 60,
        newest=incident.newest,
        took=took_of(incident),
    )


def took_of(incident: Incident) -> str:
    """How long it took until readers saw it: from the first screen if that is known, else from being put ready."""
    if incident.shown_at is None:
        return ""
    return in_words(incident.shown_at - (incident.begun_at or incident.raised_at))


def whole(incidents: QuerySet[Incident]) -> QuerySet[Incident]:
    """With what a screen shows of each."""
    return incidents.select_related("page", "raised_by", "confirmed_by").prefetch_related("municipalities")


def to_verify(day: date) -> Iterable[InstructionPage]:
    """The instructions that somebody must go through again."""
    return InstructionPage.objects.live().filter(verify_before__lte=day).order_by("verify_before")
