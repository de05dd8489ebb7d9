"""Views, visits, reads and acts of a selection: whole months from the month counters, the rest from the days."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Sum

from campagne.measurement.counters import SHOWN, Act
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.models import DayAct, DayPage, MonthAct, MonthPage
from campagne.measurement.periods import Period, first_of_month
from campagne.measurement.phrases import covering
from campagne.report_guide.paths import OUTCOMES_FROM


@dataclass(frozen=True)
class Traffic:
    """How often pages were shown, entered and read."""

    views: int = 0
    visits: int = 0
    reads: int = 0

    def __add__(self, other: "Traffic") -> "Traffic":
        return Traffic(self.views + other.views, self.visits + other.visits, self.reads + other.reads)


def traffic_per_day(selection: Selection) -> dict[date, Traffic]:
    """The traffic of each day, or for a long period of each month by its first day; uncounted ones are left out."""
    if selection.period.is_daily:
        return _per("day", _days(selection, selection.period))
    counted: dict[date, Traffic] = {}
    for rows in _counters(selection, MonthPage, DayPage):
        for day, traffic in _per("month" if rows.model is MonthPage else "day", rows).items():
            month = first_of_month(day)
            counted[month] = counted.get(month, Traffic()) + traffic
    return counted


def traffic_per_page(selection: Selection) -> dict[int, Traffic]:
    """The traffic of each page id."""
    counted: dict[int, Traffic] = {}
    for rows in _counters(selection, MonthPage, DayPage):
        for page_id, traffic in _per("page_id", rows).items():
            counted[page_id] = counted.get(page_id, Traffic()) + traffic
    return counted


def traffic_lately(selection: Selection) -> dict[int, Traffic]:
    """The same of a short period, in one question: from days alone, so of the last 25 months."""
    return _per("page_id", _days(selection, selection.period))


def traffic_in(selection: Selection) -> Traffic:
    """The traffic of all pages together."""
    totals = [rows.aggregate(*map(Sum, SHOWN)) for rows in _counters(selection, MonthPage, DayPage)]
    return sum((Traffic(*(total[f"{name}__sum"] or 0 for name in SHOWN)) for total in totals), Traffic())


def traffic_of_all(selection: Selection, per_day: Mapping[date, Traffic]) -> Traffic:
    """The same, added up from `traffic_per_day` where that has all of it: of a short one the days may be gone."""
    return traffic_in(selection) if selection.period.is_daily else sum(per_day.values(), Traffic())


def traffic_per_step(selection: Selection) -> dict[tuple[int, int], Traffic]:
    """The traffic of each (revision id, step); from days alone, so of the last 25 months."""
    rows = _days(selection, selection.period).order_by().values_list("revision_id", "step").annotate(*map(Sum, SHOWN))
    return {(revision_id, step): Traffic(*counts) for revision_id, step, *counts in rows}


def outcomes_reached(selection: Selection) -> int:
    """How often an outcome of the report guide was shown; from days alone, so of the last 25 months."""
    rows = _days(selection, selection.period).filter(step__gte=OUTCOMES_FROM)
    return rows.aggregate(Sum("views"))["views__sum"] or 0


def acts_in(selection: Selection) -> Counter[tuple[str, str]]:
    """How often each (act, subject) happened."""
    counted: Counter[tuple[str, str]] = Counter()
    for rows in _counters(selection, MonthAct, DayAct):
        sums = rows.order_by().values_list("act", "subject").annotate(Sum("count"))
        counted.update({(act, subject): count for act, subject, count in sums})
    return counted


def useful_per_page(selection: Selection) -> dict[int, Counter[str]]:
    """How often each page id got "yes" and "no" to the question whether it was of use."""
    counted: dict[int, Counter[str]] = {}
    for rows in _counters(selection, MonthAct, DayAct):
        sums = rows.filter(act=Act.USEFUL).order_by().values_list("page_id", "subject").annotate(Sum("count"))
        for page_id, answer, count in sums:
            counted.setdefault(page_id, Counter())[answer] += count
    return counted


def _per(key: str, rows: QuerySet) -> dict[Any, Traffic]:
    sums = rows.order_by().values_list(key).annotate(*map(Sum, SHOWN))
    return {found: Traffic(*counts) for found, *counts in sums}


def _counters(selection: Selection, of_months: Any, of_days: Any) -> Iterator[QuerySet]:
    for rows in covering(selection.period, selection.today, of_months, of_days):
        yield _on_pages(selection, rows)


def _days(selection: Selection, period: Period) -> QuerySet:
    return _on_pages(selection, DayPage.objects.within(period.first, period.last))


def _on_pages(selection: Selection, rows: QuerySet) -> QuerySet:
    return rows if selection.pages is None else rows.on_pages(selection.pages)
