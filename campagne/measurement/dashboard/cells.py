"""The cells of a selection: visits per theme, group and municipality, as far as this person may see them.

A cell knows no page and no campaign, so a selection of those has no cells.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.db.models import Min, Q, QuerySet

from campagne.figures.reach import NO_GROUP, Counted
from campagne.measurement.counters import SHOWN
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.models import DayCell, MonthCell

KEY = ("theme", "group", "municipality", "method")


def has_cells(selection: Selection) -> bool:
    return selection.page is None and selection.campaign is None


def cells_in(selection: Selection) -> list[Counted]:
    """Each cell once: whole months from the months, the rest from the days. Three queries at most."""
    together: dict[tuple, Counter[str]] = {}
    for rows in _counters(selection):
        for row in rows.per_cell():
            counted = together.setdefault(tuple(row[name] for name in KEY), Counter())
            counted.update({name: row[name] for name in SHOWN})
    return [Counted(*key, **counted) for key, counted in together.items()]


def counted_from() -> date | None:
    """The first day of which cells are known; None when nothing was counted yet."""
    day = DayCell.objects.aggregate(first=Min("day"))["first"]
    month = MonthCell.objects.aggregate(first=Min("month"))["first"]
    # A month begins at its first day, also when counting began in the middle of it.
    if day and (month is None or day.replace(day=1) <= month):
        return day
    return month


def _counters(selection: Selection) -> Iterator[QuerySet]:
    whole, loose = selection.period.split(selection.today)
    if whole:
        yield _chosen(selection, MonthCell.objects.within(whole.first, whole.last))
    for edge in loose:
        yield _chosen(selection, DayCell.objects.within(edge.first, edge.last))


def _chosen(selection: Selection, rows: QuerySet) -> QuerySet:
    """Of a group that was chosen also what is of no group, so that what nobody knows stays in sight."""
    if selection.theme:
        rows = rows.filter(theme=selection.theme.pk)
    if selection.group:
        rows = rows.filter(group__in=(NO_GROUP, selection.group.pk))
    if selection.place:
        return rows.filter(municipality=selection.place.pk)
    if selection.places is not None:
        return rows.filter(Q(municipality=0) | Q(municipality__in=selection.places.values("pk")))
    return rows
