"""Visits over time: a sentence, a line, and the same as a table, day by day or in a long period month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from campagne.figures.charts import LineChart, line_chart
from campagne.figures.disclosure import Kind
from campagne.figures.notation import MONTHS, day_label, number
from campagne.figures.sentences import counted, counted_per_day
from campagne.measurement.dashboard.parts import Series
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.periods import ONE_DAY, next_month

UNKNOWN = "onbekend"
NOT_FINISHED = "nog niet volledig"


@dataclass(frozen=True)
class OverTime:
    sentence: str
    chart: LineChart
    series: Series


def visits_over_time(selection: Selection, per_day: Mapping[date, Traffic], counted_since: date) -> OverTime:
    """What lies before `counted_since` is unknown, not 0; what may still grow is set apart."""
    period = selection.period
    days = list(period.each_day() if period.is_daily else period.each_month())
    visits = [per_day.get(day, Traffic()).visits if day >= counted_since or day in per_day else None for day in days]
    growing = may_still_grow(days, selection.today, is_daily=period.is_daily)
    spans = [happening.span for happening in selection.happenings]
    return OverTime(
        counted_per_day(days, visits, Kind.VISITS) if period.is_daily else _per_month(days, visits),
        line_chart(days, visits, unfinished=growing, spans=spans),
        _series(days, visits, growing, is_daily=period.is_daily),
    )


def may_still_grow(days: Sequence[date], today: date, *, is_daily: bool) -> int:
    """How many of the last points are not complete: those of today and yesterday, or the months that hold them."""
    ends = (day if is_daily else next_month(day) - ONE_DAY for day in days)
    return sum((today - end).days < 2 for end in ends)


def _series(days: Sequence[date], counts: Sequence[int | None], growing: int, *, is_daily: bool) -> Series:
    complete = len(days) - growing
    lines = (
        (_day(day) if is_daily else _month(day), _said(count, is_growing=place >= complete))
        for place, (day, count) in enumerate(zip(days, counts, strict=True))
    )
    return Series("Dag" if is_daily else "Maand", tuple(lines))


def _said(count: int | None, *, is_growing: bool) -> str:
    if count is None:
        return UNKNOWN
    return f"{number(count)} ({NOT_FINISHED})" if is_growing else number(count)


def _per_month(months: Sequence[date], counts: Sequence[int | None]) -> str:
    known = [(count, month) for month, count in zip(months, counts, strict=True) if count is not None]
    if not known:
        return f"Er zijn nog geen {Kind.VISITS.many} bekend."
    most, busiest = max(known, key=lambda pair: pair[0])
    total = counted(sum(count for count, _ in known), Kind.VISITS)
    sentence = f"Van {_month(known[0][1])} tot en met {_month(known[-1][1])}: {total}."
    return f"{sentence} De meeste in {_month(busiest)}: {number(most)}." if most else sentence


def _day(day: date) -> str:
    return day_label(day, with_year=True)


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
