"""Who came to guided sessions, as an interval per group and place: persons, counted in the room, beside the visits."""

from collections.abc import Collection, Sequence

from campagne.figures.reach import NO_GROUP, SHARED, UNKNOWN, Counted
from campagne.guided.models import GuidedSession
from campagne.guided.report.visitors import visitors_of
from campagne.measurement.dashboard.selection import Selection

SESSION = "S"
"""The letter of who came to a session: it is of the one group that the session was held for."""


def persons_in(selection: Selection) -> list[Counted]:
    """The persons of the sessions that began in the period; what nobody filled in is left out. Three queries."""
    period, came = selection.period, dict[int, int]()
    for session, meetings in selection.meetings.items():
        persons = visitors_of(meetings).persons
        if persons is not None and period.first <= meetings[0].day <= period.last:
            came[session] = persons
    if not came:
        return []
    groups, places = groups_of(came), _places_of(came)
    return [
        counted
        for session, persons in came.items()
        for counted in _of_session(groups.get(session, ()), places.get(session) or 0, persons)
    ]


def _of_session(groups: Sequence[int], place: int, persons: int) -> list[Counted]:
    """Of one group under it; of several once, and once more under each of them; of none nobody knows."""
    if len(groups) == 1:
        return [Counted(0, groups[0], place, SESSION, persons)]
    method = SHARED if groups else UNKNOWN
    return [Counted(0, group, place, method, persons) for group in (NO_GROUP, *groups)]


def groups_of(sessions: Collection[int] | None) -> dict[int, list[int]]:
    """For which groups each session was held; None asks for all sessions. One query."""
    through = GuidedSession.target_groups.through.objects.order_by()
    rows = through if sessions is None else through.filter(guidedsession__in=sessions)
    found: dict[int, list[int]] = {}
    for session, group in rows.values_list("guidedsession", "targetgroup"):
        found.setdefault(session, []).append(group)
    return found


def _places_of(sessions: Collection[int]) -> dict[int, int | None]:
    chosen = GuidedSession.objects.filter(pk__in=sessions).order_by()
    return dict(chosen.values_list("pk", "location__municipality"))
