"""Guided sessions on the dashboard: which of them count, and who came. Persons stand beside visits, never added."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from campagne.figures.disclosure import Audience, Figure, Kind, publishable
from campagne.guided.report.sight import sessions_counted_for
from campagne.guided.report.visitors import meetings_held, together, visitors_of
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


def sessions_chosen(user: Any, chosen: Mapping[str, Any]) -> QuerySet:
    """The sessions that somebody may count and that were held for what they chose."""
    sessions = sessions_counted_for(user)
    for name, field in OF_SESSIONS.items():
        if wanted := chosen.get(name):
            same = sessions.model.objects.filter(**{field: wanted.pk}).order_by().values("pk")
            sessions = sessions.filter(pk__in=same)
    return sessions


def who_came(
    sessions: QuerySet | None, period: Period, *, is_sensitive: bool, audience: Audience = Audience.STAFF
) -> tuple[tuple[FigureRow, ...], str]:
    """The visitors of the sessions that began in this period, and what is said of them; nothing if none was held.

    What nobody filled in is told as a number of meetings, and adds nothing.
    """
    held = [
        visitors_of(meetings)
        for meetings in meetings_held(sessions).values()
        if period.first <= meetings[0].day <= period.last
    ]
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
