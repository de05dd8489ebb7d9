"""The sixteen whole weeks that are looked at, and counts laid out week by week. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from campagne.figures.surveillance import EARLIER_WEEKS, WEEKS
from campagne.measurement.periods import Period

Name = TypeVar("Name")
WEEK = timedelta(days=7)


def weeks_before(day: date) -> Period:
    """The sixteen weeks, Monday to Sunday, of which the last was over before `day`.

    All days of a week look at the same weeks, so that looking more often gives no more false alarms.
    """
    last = day - timedelta(days=day.weekday() + 1)
    return Period(last - WEEKS * WEEK + timedelta(days=1), last)


def recent(weeks: Period) -> Period:
    """The four weeks that are held against the twelve before."""
    return Period(weeks.first + EARLIER_WEEKS * WEEK, weeks.last)


def per_week(counts: Iterable[tuple[Name, date, int]], weeks: Period) -> dict[Name, tuple[int, ...]]:
    """Add up counts by name and week, the oldest week first; every name gets all sixteen."""
    found: dict[Name, list[int]] = defaultdict(lambda: [0] * WEEKS)
    for name, day, count in counts:
        found[name][(day - weeks.first).days // WEEK.days] += count
    return {name: tuple(each) for name, each in found.items()}
