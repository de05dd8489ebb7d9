"""The verbs of incident mode: put ready, confirm, update, end. Each happens once, and every reader is told at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from campagne.content.instruction import InstructionPage, Language
from campagne.incidents.course import (
    FOLLOWS,
    OVER,
    Kind,
    State,
    Way,
    may_follow,
    problem_with_area,
    problem_with_confirming,
    problem_with_end,
)
from campagne.incidents.incident import Incident, Message, PreparedLine
from campagne.incidents.telling import tell_everybody
from doelgroepen.models import Municipality


class NotAllowed(Exception):
    """Why something cannot be done now, in words for who tried; `field` is where, empty for the whole."""

    def __init__(self, words: str, field: str = "") -> None:
        super().__init__(words)
        self.words, self.field = words, field


OUT_OF_DATE = "Iemand anders heeft dit incident net bijgewerkt. Lees eerst wat er nu staat, en probeer het dan opnieuw."


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to tell: where, until when, and lines: prepared ones, and one of one's own per language."""

    area: str
    ends_at: datetime
    prepared: Sequence[PreparedLine] = ()
    own: Mapping[str, str] | None = None

    def lines_in(self, language: Language) -> list[str]:
        own = (self.own or {}).get(language.value, "").strip()
        return [*([own] if own else []), *(line.in_language(language.value) for line in self.prepared)]

    def kept(self) -> dict[str, Any]:
        """The lines as they wait for who confirms; `wanted_of` reads them."""
        return {"prepared": [line.pk for line in self.prepared], "own": dict(self.own or {})}


def wanted_of(incident: Incident) -> Wanted:
    """What was put ready, with prepared lines in the words of now."""
    kept = incident.wanted or {}
    lines = PreparedLine.objects.filter(pk__in=kept.get("prepared", []))
    return Wanted(incident.area, incident.ends_at, tuple(lines), kept.get("own", {}))


@transaction.atomic
def put_ready(
    page: InstructionPage,
    wanted: Wanted,
    by: Any,
    at: datetime,
    *,
    is_exercise: bool,
    where: Iterable[Municipality] = (),
    begun_at: datetime | None = None,
    key: UUID | None = None,
) -> Incident:
    """Put an incident ready to be confirmed. Nobody sees it yet. Raises NotAllowed for what cannot be told.

    The same `key` again, as of a double click, gives what was put ready with it.
    """
    _check(wanted, since=at, at=at)
    if not page.scenario or not page.live:
        raise NotAllowed("Kies een instructie die gepubliceerd is en een draaiboek heeft.", "page")
    ready = {
        "page": page,
        "area": " ".join(wanted.area.split()),
        "is_exercise": is_exercise,
        "ends_at": wanted.ends_at,
        "begun_at": begun_at,
        "raised_by": by,
        "raised_at": at,
        "wanted": wanted.kept(),
    }
    incident, is_new = Incident.objects.get_or_create(pk=key or uuid4(), defaults=ready)
    if is_new:
        incident.municipalities.set(where)
    return incident


def confirm(incident_id: UUID, by: Any, at: datetime, way: Way, reason: str = "") -> Incident:
    """Publish what was put ready; return the incident. Raises NotAllowed, and then nobody sees anything."""
    with transaction.atomic():
        incident = _held(incident_id)
        words = problem_with_confirming(way, raised_by=incident.raised_by_id, confirmed_by=by.pk, reason=reason)
        if not words and (way is Way.EXERCISE) != incident.is_exercise:
            words = "Een oefening bevestigt u als oefening, en een echt incident niet."
        if words:
            raise NotAllowed(words)
        wanted = wanted_of(incident)
        _check(wanted, since=at, at=at)
        incident.way, incident.override_reason = way.value, reason.strip() if way is Way.OVERRIDE else ""
        incident.confirmed_by, incident.confirmed_at = by, at
        _tell(incident, Kind.ALERT, wanted, by, at)
    tell_everybody()
    return incident


def update(
    incident_id: UUID,
    seen: int,
    wanted: Wanted,
    by: Any,
    at: datetime,
    reason: str = "",
    where: Iterable[Municipality] | None = None,
) -> Incident:
    """Tell something newer, if what was seen is still the last; a later end asks a reason. Raises NotAllowed.

    `where` None leaves the municipalities as they are.
    """
    with transaction.atomic():
        incident = _held(incident_id, seen)
        _check(wanted, since=incident.confirmed_at or at, at=at)
        if wanted.ends_at > incident.ends_at and not reason.strip():
            raise NotAllowed("Schrijf op waarom het langer duurt.", "reason")
        incident.wanted = wanted.kept()
        if where is not None:
            incident.municipalities.set(where)
        _tell(incident, Kind.UPDATE, wanted, by, at, reason)
    tell_everybody()
    return incident


def end(incident_id: UUID, seen: int, kind: Kind, by: Any, at: datetime, reason: str = "") -> Incident:
    """Say that it is safe (ALL_CLEAR) or that it should not have been told (WITHDRAWAL). Raises NotAllowed."""
    if kind is Kind.WITHDRAWAL and not reason.strip():
        raise NotAllowed("Schrijf op waarom u de melding intrekt.", "reason")
    with transaction.atomic():
        incident = _held(incident_id, seen)
        _tell(incident, kind, Wanted(incident.area, incident.ends_at), by, at, reason)
    tell_everybody()
    return incident


def note_shown(incident: Incident, at: datetime) -> None:
    """Keep the moment at which readers saw it first, so that people see how fast they were."""
    Incident.objects.filter(pk=incident.pk, shown_at=None).update(shown_at=at)


def drop(incident_id: UUID, at: datetime) -> Incident:
    """Throw away what was put ready and never confirmed; nobody saw it."""
    with transaction.atomic():
        incident = _held(incident_id)
        if incident.state != State.AWAITING:
            raise NotAllowed("Deze melding is al te zien. Trek hem in, of geef het sein veilig.")
        incident.state, incident.over_at = State.DROPPED.value, at
        incident.save()
    return incident


def expire(at: datetime) -> int:
    """End what is past its end; for the clock. Return how many. May run twice."""
    ended = 0
    for pk in Incident.objects.past_end(at).values_list("pk", flat=True):
        with transaction.atomic():
            incident = _held(pk)
            if incident.is_live and incident.ends_at <= at:
                _tell(incident, Kind.EXPIRY, Wanted(incident.area, incident.ends_at), None, at)
                ended += 1
    if ended:
        tell_everybody()
    return ended


def _held(incident_id: UUID, seen: int | None = None) -> Incident:
    Incident.objects.select_for_update().get(pk=incident_id)
    incident = Incident.objects.select_related("page", "raised_by").get(pk=incident_id)
    newest = incident.newest
    if seen is not None and (newest is None or newest.number != seen):
        raise NotAllowed(OUT_OF_DATE)
    return incident


def _check(wanted: Wanted, *, since: datetime, at: datetime) -> None:
    if words := problem_with_area(wanted.area):
        raise NotAllowed(words, "area")
    if words := problem_with_end(wanted.ends_at, since, at):
        raise NotAllowed(words, "ends_at")


def _tell(incident: Incident, kind: Kind, wanted: Wanted, by: Any, at: datetime, reason: str = "") -> Message:
    """Freeze what is told, and move the incident along. Raises NotAllowed if this may not come now."""
    if not may_follow(State(incident.state), kind):
        raise NotAllowed("Dit incident is al afgelopen, of nog niet bevestigd. Er is niets veranderd.")
    number = incident.messages.count() + 1
    state = FOLLOWS[kind]
    incident.area, incident.ends_at, incident.state = " ".join(wanted.area.split()), wanted.ends_at, state.value
    incident.over_at = at if state in OVER else None
    incident.save()
    return Message.objects.create(
        incident=incident,
        number=number,
        kind=kind.value,
        identifier=f"{urlsplit(settings.SITE_URL).hostname}.{incident.pk.hex}.{number}",
        sent_at=at,
        by=by,
        area=incident.area,
        ends_at=incident.ends_at,
        told=told_of(incident.page, wanted),
        reason=reason.strip(),
    )


def told_of(page: InstructionPage, wanted: Wanted) -> dict[str, dict[str, Any]]:
    """What stands in each language that the instruction was written in."""
    found = {language: page.instruction_in(language) for language in Language}
    return {
        language.value: {
            "title": instruction.title,
            "summary": instruction.summary,
            "acts": [dict(act.value) for act in instruction.acts],
            "lines": wanted.lines_in(language),
        }
        for language, instruction in found.items()
        if instruction
    }
