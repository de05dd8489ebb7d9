"""Guided sessions on the dashboard: which of them count, and who came. Persons stand beside visits, never added."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.guided.report.sight import sees_every_session, sessions_counted_for
from campagne.guided.report.visitors import Held, together, visitors_of
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import FigureRow
from campagne.measurement.periods import Period

CERTAIN = "begeleide lessen, zeker toe te rekenen"
"""Attribution S of MEASURING: whoever came to a session came to what it was held for."""
# What was chosen, and what it is of a session.
OF_SESSIONS = {
    "pagina": "module",
    "thema": "module__theme",
    "doelgroep": "target_groups",
    "gemeente": "location__municipality",
    "campagne": "module__used_in_campaigns__campaign",
}


def sessions_chosen(user: Any, chosen: Mapping[str, Any]) -> dict[int, str] | None:
    """The sessions that somebody may count and that were held for what they chose, with the cluster of their answers.

    None is every session there is. They are numbers and no query, because half a dozen questions are about them.
    """
    wanted = {field: chosen[name].pk for name, field in OF_SESSIONS.items() if chosen.get(name)}
    if not wanted and sees_every_session(user):
        return None
    return dict(sessions_counted_for(user).filter(**wanted).values_list("pk", "cluster"))


def who_came(
    sessions: Iterable[Sequence[Held]], period: Period, *, is_sensitive: bool, audience: Audience = Audience.STAFF
) -> tuple[tuple[FigureRow, ...], str]:
    """The visitors of the sessions that began in this period, and what is said of them; nothing if none was held.

    `sessions` are the meetings of each.

    What nobody filled in is told as a number of meetings, and adds nothing.
    """
    held = [visitors_of(meetings) for meetings in sessions if period.first <= meetings[0].day <= period.last]
    if not held:
        return (), ""
    visitors = together(held)
    outcome = None
    if visitors.persons is not None:
        figure = Figure(visitors.persons, Kind.PERSONS, sessions=visitors.sessions, is_sensitive_group=is_sensitive)
        outcome = publishable(figure, audience=audience)
    row = FigureRow(measures.GUIDED_VISITORS, CERTAIN, outcome)
    return (row,), _said(row.words, visitors.sessions, visitors.not_filled_in)


def _said(words: str, sessions: int, not_filled_in: int) -> str:
    told = f"Bezoekers van begeleide lessen: {words}, in {sessions} {'les' if sessions == 1 else 'lessen'}."
    if not_filled_in:
        meetings = "bijeenkomst" if not_filled_in == 1 else "bijeenkomsten"
        told += f" Bij {not_filled_in} {meetings} is het aantal nog niet ingevuld."
    return f"{told} Dat zijn personen. Ze tellen niet mee in de bezoeken."
