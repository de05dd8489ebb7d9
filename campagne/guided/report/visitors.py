"""How many people came: counted in the room, meeting by meeting. Not filled in is unknown, and never 0."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from campagne.guided.sessions.meetings import Meeting


@dataclass(frozen=True)
class Held:
    """One meeting that was held: on which Amsterdam day, and how many people came if somebody counted them."""

    day: date
    headcount: int | None


@dataclass(frozen=True)
class Visitors:
    """Who came to a session, or to several. `persons` is None when no meeting was counted.

    Of one session it is the highest headcount of one meeting: who comes to four meetings is one person.
    """

    sessions: int
    meetings: int
    persons: int | None
    not_filled_in: int


def visitors_of(meetings: Sequence[Held]) -> Visitors:
    """The visitors of one session."""
    counted = [meeting.headcount for meeting in meetings if meeting.headcount is not None]
    return Visitors(1 if meetings else 0, len(meetings), max(counted, default=None), len(meetings) - len(counted))


def together(several: Iterable[Visitors]) -> Visitors:
    """Add up the visitors of sessions; what nobody filled in stays unknown."""
    listed = list(several)
    known = [visitors.persons for visitors in listed if visitors.persons is not None]
    return Visitors(
        sum(visitors.sessions for visitors in listed),
        sum(visitors.meetings for visitors in listed),
        sum(known) if known else None,
        sum(visitors.not_filled_in for visitors in listed),
    )


def meetings_held(sessions: QuerySet | Collection[int] | None) -> dict[int, tuple[Held, ...]]:
    """The meetings that were held, in order, by session; `sessions` are ids or a query, or None for all. One query.

    A session belongs to the day of its first meeting, so that adjoining periods never count anybody twice.
    """
    took_place = Q(started_at__isnull=False) | Q(headcount__isnull=False)
    meetings = Meeting.objects.filter(took_place).order_by("starts_at", "pk")
    if sessions is not None:
        meetings = meetings.filter(session__in=sessions)
    held: dict[int, list[Held]] = {}
    for session, planned, started, headcount in meetings.values_list("session", "starts_at", "started_at", "headcount"):
        held.setdefault(session, []).append(Held(timezone.localdate(started or planned), headcount))
    return {session: tuple(sorted(listed, key=lambda one: one.day)) for session, listed in held.items()}
