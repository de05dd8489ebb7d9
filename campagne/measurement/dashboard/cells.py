"""The cells of a selection: visits per theme, group and municipality, as far as this person may see them.

A cell knows no page and no campaign, so a selection of those has no cells.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Min, QuerySet, Sum, Value

from campagne.figures.reach import NO_GROUP, Counted
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.models import DayCell, MonthCell
from campagne.measurement.phrases import covering

NO_PLACE = 0
KEY = ("group", "municipality", "method")
SUMS = (Sum("visits"), Sum("views"), Sum("reads"))


def has_cells(selection: Selection) -> bool:
    return selection.page is None and selection.campaign is None


def cells_in(selection: Selection, *, by_theme: bool = False) -> list[Counted]:
    """Each cell once: whole months from the months, the rest from the days. Three queries at most.

    Unless they are asked `by_theme`, all themes are added up under 0.
    """
    key = ("theme", *KEY) if by_theme else (Value(0), *KEY)
    together: dict[tuple, tuple[int, int, int]] = {}
    for rows in _counters(selection):
        for *cell, visits, views, reads in rows.order_by().values_list(*key).annotate(*SUMS):
            before = together.get(tuple(cell), (0, 0, 0))
            together[tuple(cell)] = before[0] + visits, before[1] + views, before[2] + reads
    return [Counted(*cell, *counts) for cell, counts in together.items()]


def counted_from() -> date | None:
    """The first day of which cells are known; None when nothing was counted yet."""
    day = DayCell.objects.aggregate(first=Min("day"))["first"]
    month = MonthCell.objects.aggregate(first=Min("month"))["first"]
    # A month begins at its first day, also when counting began in the middle of it.
    if day and (month is None or day.replace(day=1) <= month):
        return day
    return month


def _counters(selection: Selection) -> Iterator[QuerySet]:
    for rows in covering(selection.period, selection.today, MonthCell, DayCell):
        yield _chosen(selection, rows)


def _chosen(selection: Selection, rows: QuerySet) -> QuerySet:
    """Of a group that was chosen also what is of no group, so that what nobody knows stays in sight."""
    if selection.theme:
        rows = rows.filter(theme=selection.theme.pk)
    if selection.group:
        rows = rows.filter(group__in=(NO_GROUP, selection.group.pk))
    if selection.place:
        return rows.filter(municipality=selection.place.pk)
    if selection.places is not None:
        # As numbers, not as a question within: then the index by municipality leads straight to them.
        return rows.filter(municipality__in=[NO_PLACE, *(place.pk for place in selection.places)])
    return rows
