"""The course of an incident: its states, what may follow what, and how long it may last. No database, asks no clock."""

from datetime import datetime, timedelta
from enum import StrEnum

LONGEST = timedelta(days=7)
SHORTEST = timedelta(minutes=10)
LONGEST_AREA = 200
TOLD_AFTERWARDS = timedelta(hours=24)
"""So long /nu/ still says that an incident is over, or was withdrawn."""
REMIND_BEFORE = (timedelta(hours=1), timedelta(minutes=15))


class State(StrEnum):
    AWAITING = "awaiting"
    LIVE = "live"
    CLEARED = "cleared"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    DROPPED = "dropped"


OVER = frozenset({State.CLEARED, State.WITHDRAWN, State.EXPIRED, State.DROPPED})


class Kind(StrEnum):
    """What a message does to the one before it."""

    ALERT = "alert"
    UPDATE = "update"
    ALL_CLEAR = "all_clear"
    WITHDRAWAL = "withdrawal"
    EXPIRY = "expiry"


FOLLOWS = {
    Kind.ALERT: State.LIVE,
    Kind.UPDATE: State.LIVE,
    Kind.ALL_CLEAR: State.CLEARED,
    Kind.WITHDRAWAL: State.WITHDRAWN,
    Kind.EXPIRY: State.EXPIRED,
}
"""The state of an incident after a message of each kind."""


class Way(StrEnum):
    """How somebody may publish: with a second person, as an exercise, or alone in an emergency with a reason."""

    SECOND_PERSON = "second_person"
    EXERCISE = "exercise"
    OVERRIDE = "override"


def problem_with_end(ends_at: datetime, since: datetime, at: datetime) -> str:
    """Say what is wrong with the end of an incident that runs since a moment; empty if nothing is.

    A week is counted in time that passes, so that the end of October has no eighth day.
    """
    if ends_at <= at:
        return "Dit einde is al voorbij. Kies een later moment."
    if ends_at - at < SHORTEST:
        return "Kies een einde dat minstens tien minuten verder ligt. Eerder stoppen kan altijd met een knop."
    if ends_at - since > LONGEST:
        return "Een incident duurt hier hooguit zeven dagen. Kies een eerder einde; verlengen kan later."
    return ""


def problem_with_area(area: str) -> str:
    """Say what is wrong with an area in words; empty if nothing is."""
    words = " ".join(area.split())
    if not words:
        return "Schrijf in gewone woorden waar het is, zoals: Geleen-Zuid en Neerbeek."
    if len(words) > LONGEST_AREA:
        return f"Dit zijn {len(words)} tekens, er passen er {LONGEST_AREA}. Noem alleen de plaatsen."
    return ""


def may_follow(state: State, kind: Kind) -> bool:
    """Tell whether a message of this kind may come now."""
    return state is (State.AWAITING if kind is Kind.ALERT else State.LIVE)


def problem_with_confirming(way: Way, *, raised_by: int, confirmed_by: int, reason: str) -> str:
    """Say why this person may not publish it in this way; empty if they may."""
    if way is Way.SECOND_PERSON and raised_by == confirmed_by:
        return "U hebt dit zelf klaargezet. Laat iemand anders het lezen en bevestigen."
    if way is Way.OVERRIDE and len(reason.strip()) < 10:
        return "Schrijf in een zin waarom u niet op een tweede persoon kunt wachten. Dat wordt bewaard."
    return ""
