"""What the page of one session shows, and which of its screens outside the admin are there."""

from typing import Any

from django.urls import NoReverseMatch, reverse

from campagne.guided.codes import in_pairs
from campagne.guided.planning.advice import Planned, advice_on
from campagne.guided.planning.plan import may_drop
from campagne.guided.sessions.script import minutes_of
from campagne.guided.sessions.session import GuidedSession

SCREENS = ("presenter", "paper", "entry", "report")
"""The presenter's screens that the admin leads to; each takes the presenter's signed address."""


def facts_of(session: GuidedSession) -> dict[str, Any]:
    """Everything that stands on the page of a session."""
    minutes, slow_minutes = minutes_of(session.script)
    meetings, presenters = list(session.meetings.all()), list(session.presenters.all())
    planned = Planned(session.expected, len(presenters), slow_minutes, len(meetings), bool(session.lesson.parts))
    return {
        "session": session,
        "meetings": meetings,
        "presenters": presenters,
        "target_groups": list(session.target_groups.all()),
        "minutes": minutes,
        "slow_minutes": slow_minutes,
        "advice": [] if session.is_closed else list(advice_on(planned)),
        "cards": list(session.cards.all()),
        "seats": session.seats.count(),
        "code": " ".join(in_pairs(session.code)),
        "may_drop": may_drop(session),
        "screens": {name for name in SCREENS if is_there(name)},
    }


def is_there(name: str) -> bool:
    """Tell whether a presenter's screen has an address."""
    try:
        reverse(f"guided:{name}", args=["x"])
    except NoReverseMatch:
        return False
    return True


def way_to(session: GuidedSession) -> tuple[str, str]:
    return str(session), reverse("guided_session", args=[session.pk])
