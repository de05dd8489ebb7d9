"""Do fewer come? Visits that certainly belong to a group, week by week, from the cells."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Min, Sum

from campagne.figures.surveillance import Series
from campagne.measurement.attention.subject import Subject
from campagne.measurement.attention.weeks import per_week
from campagne.measurement.cells.cell import CERTAIN, NO_LABEL, DayCell
from campagne.measurement.periods import Period


def visits_counted_since() -> date | None:
    """The first day of which there are cells; None when there is none."""
    return DayCell.objects.aggregate(first=Min("day"))["first"]


def visits_watched(weeks: Period) -> dict[Subject, Series]:
    """The visits of each theme, of each group of it, and of each place of those. One question."""
    keys = ("theme", "group", "municipality", "method", "day")
    rows = DayCell.objects.within(weeks.first, weeks.last).exclude(theme=NO_LABEL).order_by()
    counted = (
        (about, day, visits)
        for theme, group, place, method, day, visits in rows.values_list(*keys).annotate(Sum("visits"))
        for about in _part_of(theme, group, place, method)
    )
    return {about: Series(counts) for about, counts in per_week(counted, weeks).items()}


def _part_of(theme: int, group: int, place: int, method: str) -> Iterator[Subject]:
    """What a row is added to. What groups share stands once under no group, and again under each: those are left."""
    is_certain = method in CERTAIN
    if group == NO_LABEL or is_certain:
        yield Subject(theme)
    if group != NO_LABEL and is_certain:
        yield Subject(theme, group)
        if place != NO_LABEL:
            yield Subject(theme, group, place)
