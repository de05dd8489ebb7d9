"""Add the inbox to the counters, exactly once.

Counting and marking what was counted happen in one transaction, and only one process counts at a
time. Killed at any moment, everything is either counted and marked, or neither.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet, Sum

from campagne.contacts.models import ReportChannel
from campagne.measurement.cells.adding import add_to_cells
from campagne.measurement.cells.known import Known
from campagne.measurement.counters import SHOWN, Act, DayAct, DayPage, MonthAct, MonthPage, Reason, could_be_a_row
from campagne.measurement.entrances.adding import add_to_entrances
from campagne.measurement.inbox import Happened, Kind, claim, forget
from campagne.measurement.periods import first_of_month
from campagne.measurement.rejections import add_rejections
from campagne.serving.database.upsert import add_to

# What arrived is left alone this long, so that a view is counted before the reading of it.
SETTLE = timedelta(minutes=2)
ROWS_PER_TRANSACTION = 20_000
# Who has no JavaScript is not seen viewing, but may say whether the page was useful.
UNSEEN_PER_DAY = 25
COUNTING_LOCK = 2_110_905

PageKey = tuple[date, int, int, int]
ActKey = tuple[date, int, int, str, str]


@dataclass
class Sums:
    """What a number of rows adds: per page, per entrance and per act, and what is not counted."""

    views: Counter[PageKey] = field(default_factory=Counter)
    visits: Counter[PageKey] = field(default_factory=Counter)
    reads: Counter[PageKey] = field(default_factory=Counter)
    acts: Counter[ActKey] = field(default_factory=Counter)
    entrances: Counter[tuple[date, int]] = field(default_factory=Counter)
    rejected: Counter[tuple[date, str]] = field(default_factory=Counter)


def count(at: datetime, settle: timedelta = SETTLE) -> int:
    """Count what arrived before `settle` ago, forget what was counted long enough ago; return how many rows."""
    counted = 0
    while rows := _count_some(at, at - settle):
        counted += rows
    forget(at)
    return counted


def alone() -> None:
    """Wait until nobody else counts, rebuilds or purges; holds until the transaction ends.

    On SQLite the transaction itself keeps others out.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COUNTING_LOCK])


@transaction.atomic
def _count_some(at: datetime, until: datetime) -> int:
    alone()
    events = claim(until, at, ROWS_PER_TRANSACTION)
    if events:
        known = Known.of(events)
        sums = _sum_up(events, known)
        _cap_reads(sums)
        _add_pages(sums)
        _add_entrances(sums)
        add_to_cells(_shown(events, sums.reads), known)
        _cap_acts(sums)
        _add_acts(sums)
        add_rejections(sums.rejected)
    return events.total()


def _sum_up(events: Mapping[Happened, int], known: Known) -> Sums:
    sums = Sums()
    channels = _channels(events)
    for event, number in events.items():
        if event.kind == Kind.VIEW:
            sums.views[_page(event)] += number
            if event.is_entry:
                sums.visits[_page(event)] += number
                sums.entrances[event.day, known.way_in(event).entrance] += number
        elif event.kind == Kind.READ:
            sums.reads[_page(event)] += number
        elif event.act == Act.REPORT and event.subject not in channels:
            sums.rejected[event.day, Reason.BROKEN.value] += number
        else:
            sums.acts[event.day, event.page_id, event.step, event.act, event.subject] += number
    return sums


def _page(event: Happened) -> PageKey:
    return event.day, event.page_id, event.revision_id, event.step


def _channels(events: Iterable[Happened]) -> set[str]:
    reported = {event.subject for event in events if event.act == Act.REPORT}
    return set(ReportChannel.objects.filter(slug__in=reported).values_list("slug", flat=True))


def _shown(events: Mapping[Happened, int], reads: Mapping[PageKey, int]) -> Iterator[tuple[Happened, int]]:
    """Views, and of the reads as many as their page was allowed."""
    left = dict(reads)
    for event, number in events.items():
        if event.kind == Kind.VIEW:
            yield event, number
        elif event.kind == Kind.READ and (taken := min(number, left[_page(event)])):
            left[_page(event)] -= taken
            yield event, taken


def _cap_reads(sums: Sums) -> None:
    """A page is never read more often than it was shown."""
    keys = set(sums.reads)
    before = {
        (day, page_id, revision_id, step): (views, reads)
        for day, page_id, revision_id, step, views, reads in _touched(DayPage, keys).values_list(
            "day", "page_id", "revision_id", "step", "views", "reads"
        )
    }
    for key in keys:
        views, reads = before.get(key, (0, 0))
        _keep_within(sums, sums.reads, key, views + sums.views[key] - reads)


def _cap_acts(sums: Sums) -> None:
    """On one view somebody does a thing once; who answers without JavaScript was not seen viewing."""
    shown = Counter({key[:3]: 0 for key in sums.acts})
    for *key, views in _touched(DayPage, sums.acts).values_list("day", "page_id", "step").annotate(Sum("views")):
        shown[tuple(key)] += views
    before = {
        tuple(key): already
        for *key, already in _touched(DayAct, sums.acts).values_list(
            "day", "page_id", "step", "act", "subject", "count"
        )
    }
    for key in list(sums.acts):
        unseen = UNSEEN_PER_DAY if key[3] in {Act.USEFUL, Act.REASON} else 0
        _keep_within(sums, sums.acts, key, shown[key[:3]] + unseen - before.get(key, 0))


def _touched(model: type[DayPage | DayAct], keys: Iterable[PageKey | ActKey]) -> QuerySet:
    """The counters of the days and pages that these keys are about; some more than asked for."""
    days, page_ids = {key[0] for key in keys}, {key[1] for key in keys}
    return model.objects.order_by().filter(day__in=days, page_id__in=page_ids)


def _keep_within(sums: Sums, counter: Counter, key: tuple, room: int) -> None:
    excess = counter[key] - max(0, min(counter[key], room))
    if excess:
        counter[key] -= excess
        sums.rejected[key[0], Reason.EXCESS.value] += excess


def _add_pages(sums: Sums) -> None:
    days = {key: (sums.views[key], sums.visits[key], sums.reads[key]) for key in {*sums.views, *sums.reads}}
    days = {key: numbers for key, numbers in days.items() if any(numbers)}
    months: dict[tuple[date, int], tuple[int, ...]] = {}
    for (day, page_id, *_), numbers in days.items():
        month = first_of_month(day), page_id
        months[month] = tuple(map(sum, zip(months.get(month, (0, 0, 0)), numbers, strict=True)))
    add_to(DayPage, ("day", "page", "revision_id", "step"), SHOWN, days, could_be_a_row)
    add_to(MonthPage, ("month", "page"), SHOWN, months, could_be_a_row)


def _add_entrances(sums: Sums) -> None:
    """Every visit is counted at the entrance it came along, or at none: also along one that we do not know."""
    add_to_entrances({key: (0, number) for key, number in sums.entrances.items() if number})


def _add_acts(sums: Sums) -> None:
    days = {key: (number,) for key, number in sums.acts.items() if number}
    months: Counter[tuple[date, int, str, str]] = Counter()
    for (day, page_id, _, act, subject), (number,) in days.items():
        months[first_of_month(day), page_id, act, subject] += number
    add_to(DayAct, ("day", "page", "step", "act", "subject"), ("count",), days)
    add_to(
        MonthAct, ("month", "page", "act", "subject"), ("count",), {key: (number,) for key, number in months.items()}
    )
