"""Counts per day added up to weeks by the database, so that what comes back does not grow with the days."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q, QuerySet, Sum

from campagne.measurement.attention.weeks import each_week
from campagne.measurement.periods import Period

Weeks = tuple[int, ...]


def per_week(days: QuerySet, counter: str, weeks: Period, *keys: str) -> Iterator[tuple[tuple[Any, ...], Weeks]]:
    """The sum of a counter in each of the sixteen weeks, the oldest first, for each combination of the keys."""
    sums = {
        f"week_{number}": Sum(counter, filter=Q(day__range=(week.first, week.last)), default=0)
        for number, week in enumerate(each_week(weeks))
    }
    rows = days.filter(day__range=(weeks.first, weeks.last)).order_by().values_list(*keys).annotate(**sums)
    return ((row[: len(keys)], row[len(keys) :]) for row in rows)


def added(rows: Iterable[Weeks]) -> Weeks:
    """Add up counts week by week; there is at least one row."""
    return tuple(map(sum, zip(*rows, strict=True)))
