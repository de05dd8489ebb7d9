"""How long something may stand before somebody looks it over again. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


@dataclass(frozen=True)
class Lifespan:
    """A kind of content, and how many days its facts may be trusted; `term` says the same to people."""

    name: str
    term: str
    days: int


SCAMS = Lifespan("trucs van oplichters", "elk half jaar", 183)
CONTACTS = Lifespan("meldpunten", "elke drie maanden", 92)
LAW = Lifespan("regels en uitleg", "elk jaar", 365)
LIFESPANS = (CONTACTS, SCAMS, LAW)

THEMES_OF_SCAMS = frozenset({"cybercrime"})
"""Addresses of the themes whose pages tell how somebody is deceived; tricks change faster than rules do."""


class Review(StrEnum):
    FRESH = "in orde"
    OVERDUE = "te lang niet nagekeken"
    NEVER = "nooit nagekeken"


def lifespan_about(theme: str) -> Lifespan:
    """The lifespan of a page about a theme, by the theme's address; without one it holds for a year."""
    return SCAMS if theme in THEMES_OF_SCAMS else LAW


def review_of(reviewed_on: date | None, lifespan: Lifespan, day: date, *, again_before: date | None = None) -> Review:
    """Judge on `day`. What an editor planned, `again_before`, counts when it comes earlier."""
    if reviewed_on is None:
        return Review.NEVER
    is_too_old = reviewed_on < day - timedelta(days=lifespan.days)
    return Review.OVERDUE if is_too_old or (again_before is not None and again_before <= day) else Review.FRESH
