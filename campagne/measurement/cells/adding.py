"""Add to the cells and to where visits came from: the day and its month together, in the transaction of the caller."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from campagne.measurement.cells.cell import KEY, DayCell, MonthCell
from campagne.measurement.cells.known import Known
from campagne.measurement.cells.referrer import DayReferrer, MonthReferrer
from campagne.measurement.cells.referrers import UNKNOWN
from campagne.measurement.counters import SHOWN
from campagne.measurement.inbox import Happened, Kind
from campagne.measurement.periods import first_of_month
from campagne.serving.database.upsert import add_to

CellKey = tuple[date, int, int, int, str]


@dataclass
class CellSums:
    """What a number of events adds, by day and cell, and by day and referrer."""

    views: Counter[CellKey] = field(default_factory=Counter)
    visits: Counter[CellKey] = field(default_factory=Counter)
    reads: Counter[CellKey] = field(default_factory=Counter)
    referrers: Counter[tuple[date, str]] = field(default_factory=Counter)


def add_to_cells(events: Iterable[tuple[Happened, int]], known: Known) -> None:
    """Add views and reads, each with how often it happened."""
    sums = _sum_up(events, known)
    _cap_reads(sums)
    _add_cells(sums)
    _add_referrers(sums.referrers)


def _sum_up(events: Iterable[tuple[Happened, int]], known: Known) -> CellSums:
    sums = CellSums()
    for event, number in events:
        keys = [(event.day, *cell) for cell in known.cells_of(event)]
        if event.kind == Kind.READ:
            sums.reads.update(dict.fromkeys(keys, number))
            continue
        sums.views.update(dict.fromkeys(keys, number))
        if event.is_entry:
            sums.visits.update(dict.fromkeys(keys, number))
            sums.referrers[event.day, event.referrer or UNKNOWN] += number
    return sums


def _cap_reads(sums: CellSums) -> None:
    """A cell is never read more often than it was shown: a page that was given out earlier says less with a read."""
    days, groups = {key[0] for key in sums.reads}, {key[2] for key in sums.reads}
    before = DayCell.objects.filter(day__in=days, group__in=groups).order_by()
    room = {tuple(key): views - reads for *key, views, reads in before.values_list("day", *KEY, "views", "reads")}
    for key, number in sums.reads.items():
        sums.reads[key] = max(0, min(number, room.get(key, 0) + sums.views[key]))


def _add_cells(sums: CellSums) -> None:
    keys = sums.views.keys() | sums.reads.keys()
    days = {key: (sums.views[key], sums.visits[key], sums.reads[key]) for key in keys}
    days = {key: numbers for key, numbers in days.items() if any(numbers)}
    add_to(DayCell, ("day", *KEY), SHOWN, days)
    add_to(MonthCell, ("month", *KEY), SHOWN, _per_month(days))


def _add_referrers(visits: Mapping[tuple[date, str], int]) -> None:
    days = {key: (number,) for key, number in visits.items()}
    add_to(DayReferrer, ("day", "referrer"), ("visits",), days)
    add_to(MonthReferrer, ("month", "referrer"), ("visits",), _per_month(days))


def _per_month(days: Mapping[tuple, tuple[int, ...]]) -> dict[tuple, tuple[int, ...]]:
    """The same numbers added up per month; a key begins with its day."""
    months: dict[tuple, tuple[int, ...]] = {}
    for (day, *rest), numbers in days.items():
        month = first_of_month(day), *rest
        months[month] = tuple(map(sum, zip(months.get(month, (0,) * len(numbers)), numbers, strict=True)))
    return months
