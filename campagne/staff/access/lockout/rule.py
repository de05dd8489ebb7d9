"""How often a secret may be guessed, without a database and without a clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_TRIES = 10
SPAN = timedelta(minutes=15)
"""Tries belong together while less than this lies between them; and this long is the door locked after the last."""


@dataclass(frozen=True)
class Count:
    """How many tries belong together, and when the last of them was."""

    tries: int
    last_at: datetime


def locked_until(count: Count, at: datetime) -> datetime | None:
    """When somebody may try again; None is now."""
    until = count.last_at + SPAN
    return until if count.tries >= MOST_TRIES and at < until else None


def after_a_try(count: Count, at: datetime) -> Count:
    """Count one more. A try is counted before it is looked at, so that a hundred at once are no hundred guesses.

    Because a count begins again only after a pause of SPAN, no SPAN of time ever holds more than MOST_TRIES.
    """
    if at - count.last_at >= SPAN:
        return Count(1, at)
    return Count(count.tries + 1, max(at, count.last_at))
