"""Do fewer come? Visits that certainly belong to a group, week by week, from the cells."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Min

from campagne.figures.surveillance import Series
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.weekly import Weeks, added, per_week
from campagne.measurement.cells.cell import CERTAIN, NO_LABEL, DayCell
from campagne.measurement.periods import Period


def visits_counted_since() -> date | None:
    """The first day of which there are cells; None when there is none."""
    return DayCell.objects.aggregate(first=Min("day"))["first"]


def visits_watched(weeks: Period) -> dict[Subject, Series]:
    """The visits of each theme, of each group of it, and of each place of those. One question."""
    rows = per_week(
        DayCell.objects.exclude(theme=NO_LABEL), "visits", weeks, "theme", "group", "municipality", "method"
    )
    together: dict[Subject, list[Weeks]] = {}
    for cell, counts in rows:
        for about in _part_of(*cell):
            together.setdefault(about, []).append(counts)
    return {about: Series(added(parts)) for about, parts in together.items()}


def _part_of(theme: int, group: int, place: int, method: str) -> Iterator[Subject]:
    """What a row is added to. What groups share stands once under no group, and again under each: those are left."""
    is_certain = method in CERTAIN
    if group == NO_LABEL or is_certain:
        yield Subject(theme)
    if group != NO_LABEL and is_certain:
        yield Subject(theme, group)
        if place != NO_LABEL:
            yield Subject(theme, group, place)
