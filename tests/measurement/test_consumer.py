"""What arrived is added to the counters exactly once, whatever happens meanwhile."""

from datetime import date, timedelta
from threading import Event

import pytest
from django.db.models import Q, Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campagne.measurement import consumer
from campagne.measurement.cells.cell import CERTAIN
from campagne.measurement.consumer import UNSEEN_PER_DAY, count
from campagne.measurement.entrances.scans import note_scan, write_scans
from campagne.measurement.inbox import REMEMBERED
from campagne.measurement.models import (
    DayAct,
    DayCell,
    DayEntrance,
    DayPage,
    DayReferrer,
    Entrance,
    Inbox,
    MonthAct,
    MonthCell,
    MonthEntrance,
    MonthPage,
    MonthReferrer,
    PageLabelPeriod,
    Rejection,
)
from campagne.measurement.months import months_to_rebuild, rebuild_month
from doelgroepen.models import TargetGroup
from tests.measurement.conftest import NOON, an_entrance, arrival, in_threads, put

MINUTE = timedelta(minutes=1)
AT_ONCE = timedelta(0)
COUNTS = ("views", "visits", "reads")


def total(model=DayPage):
    return tuple(model.objects.aggregate(*map(Sum, COUNTS)).values())


def rejected():
    return dict(Rejection.objects.values_list("reason", "count"))


def test_only_what_arrived_two_minutes_ago_is_counted(db):
    put(arrival(1, at=NOON), arrival(2, at=NOON + MINUTE))

    assert (count(NOON + 2 * MINUTE), total()) == (1, (1, 1, 0))
    assert (count(NOON + 3 * MINUTE), total()) == (1, (2, 2, 0))
    assert count(NOON + 4 * MINUTE) == 0


def test_what_arrived_by_a_clock_that_ran_ahead_waits_until_it_is_that_late(db):
    put(arrival(1, at=NOON + timedelta(days=1)))

    assert count(NOON, AT_ONCE) == 0
    assert count(NOON + timedelta(days=2)) == 1
    assert DayPage.objects.get().day == date(2027, 3, 11)


def test_a_row_is_recognised_ten_minutes_and_then_gone(db):
    put(arrival(1))
    count(NOON, AT_ONCE)

    assert put(arrival(1)) == 0
    count(NOON + REMEMBERED + MINUTE)
    assert not Inbox.objects.exists()


def test_reads_never_exceed_views_and_the_excess_is_counted(db):
    put(arrival(1), arrival(1, "read"), arrival(2, "read"))
    count(NOON, AT_ONCE)
    put(arrival(3, "read"), arrival(4))
    count(NOON, AT_ONCE)
    put(arrival(5, "read"))
    count(NOON, AT_ONCE)

    assert total() == (2, 2, 2)
    assert rejected() == {"excess": 2}


def test_a_read_counts_on_the_day_of_its_view(db):
    midnight = NOON.replace(hour=23)
    put(arrival(1, at=midnight - MINUTE))
    put(arrival(1, "read", at=midnight + MINUTE, day=date(2027, 3, 10)))
    count(midnight + 5 * MINUTE)

    assert list(DayPage.objects.values_list("day", "views", "reads")) == [(date(2027, 3, 10), 1, 1)]


def test_what_people_do_is_capped_by_what_they_were_shown(db):
    put(arrival(1), *[arrival(number, "act", act="print") for number in range(3)])
    put(*[arrival(number, "act", act="useful", subject="yes") for number in range(UNSEEN_PER_DAY + 5)])
    count(NOON, AT_ONCE)

    assert dict(DayAct.objects.values_list("act", "count")) == {"print": 1, "useful": UNSEEN_PER_DAY + 1}
    assert dict(MonthAct.objects.values_list("act", "count")) == {"print": 1, "useful": UNSEEN_PER_DAY + 1}
    assert rejected() == {"excess": 6}


@pytest.mark.parametrize(
    "stop_at", ["claim", "add_rejections", "_add_pages", "_add_entrances", "add_to_cells", "_add_acts"]
)
def test_killed_at_any_moment_everything_is_counted_once(committed, monkeypatch, stop_at):
    put(*[arrival(number) for number in range(9)], arrival(1, "read"), arrival(1, "act", act="print"))
    step = getattr(consumer, stop_at)

    def do_and_die(*args):
        step(*args)
        raise KeyboardInterrupt

    monkeypatch.setattr(consumer, stop_at, do_and_die)
    with pytest.raises(KeyboardInterrupt):
        count(NOON, AT_ONCE)
    assert total() == (None, None, None)
    monkeypatch.setattr(consumer, stop_at, step)
    count(NOON, AT_ONCE)
    count(NOON, AT_ONCE)

    assert (total(), total(MonthPage)) == ((9, 9, 1), (9, 9, 1))
    assert DayAct.objects.get().count == 1
    assert (DayEntrance.objects.get().visits, MonthEntrance.objects.get().visits) == (9, 9)
    assert (total(DayCell), total(MonthCell)) == ((9, 9, 1), (9, 9, 1))
    assert (DayReferrer.objects.get().visits, MonthReferrer.objects.get().visits) == (9, 9)


def test_sixteen_writers_and_two_consumers_lose_and_double_nothing(committed, monkeypatch):
    monkeypatch.setattr(consumer, "ROWS_PER_TRANSACTION", 37)
    done = Event()

    def write(writer):
        for number in range(40):
            view = arrival(1000 * writer + number, page_id=number % 5 + 1)
            put(view)
            put(arrival(1000 * writer + number, "read", page_id=number % 5 + 1), view)

    def consume():
        while not done.is_set():
            count(NOON, AT_ONCE)

    def write_all():
        try:
            in_threads(*[lambda writer=writer: write(writer) for writer in range(16)])
        finally:
            done.set()

    in_threads(write_all, consume, consume)
    count(NOON, AT_ONCE)

    assert (total(), total(MonthPage), rejected()) == ((640, 640, 640), (640, 640, 640), {})
    assert (DayEntrance.objects.get().visits, MonthEntrance.objects.get().visits) == (640, 640)
    assert (total(DayCell), total(MonthCell)) == ((640, 640, 640), (640, 640, 640))
    assert (DayReferrer.objects.get().visits, MonthReferrer.objects.get().visits) == (640, 640)


events = st.tuples(
    st.sampled_from(["view", "view", "read", "print", "useful", "scan"]),
    st.integers(1, 3),  # page
    st.integers(0, 1),  # step
    st.integers(1, 2),  # revision
    st.integers(0, 45),  # days late
    st.integers(0, 25),  # number of the view: some repeat
    st.sampled_from(["", "bieb", "markt", "verzonnen", "voor-senioren", "voor-niemand"]),  # along which way
    st.booleans(),  # whether somebody came in
    st.sampled_from(["", "Google", "overig"]),  # from where
)
periods = st.tuples(
    st.integers(1, 3),  # page
    st.integers(0, 50),  # days ago that it began
    st.lists(st.integers(101, 103), unique=True, max_size=3),  # groups
    st.integers(0, 2),  # theme and municipality
)
COUNTED = (DayPage, DayAct, DayEntrance, DayCell, DayReferrer)
PER_MONTH = (MonthPage, MonthAct, MonthEntrance, MonthCell, MonthReferrer)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    batches=st.lists(st.lists(events, min_size=1, max_size=25), min_size=1, max_size=3),
    labels=st.lists(periods, max_size=6),
)
def test_a_month_rebuilt_equals_the_month_as_it_grew_and_every_table_counts_the_same_visits(db, batches, labels):
    for model in (Inbox, *COUNTED, *PER_MONTH, Rejection, Entrance, PageLabelPeriod, TargetGroup):
        model.objects.all().delete()
    group = TargetGroup.objects.create(name="Senioren", slug="senioren", self_description="Ik ben 65 of ouder")
    entrances = [an_entrance("bieb", group=group).pk, an_entrance("markt").pk]
    label_pages(labels)
    for batch in batches:
        if arrivals := [told(*event) for event in batch if event[0] != "scan"]:
            put(*arrivals)
        for _, page_id, _, _, days_late, *_ in (event for event in batch if event[0] == "scan"):
            note_scan(entrances[page_id % 2], NOON.date() - timedelta(days=days_late))
        write_scans()
        count(NOON, AT_ONCE)
    grown = months()

    for month in months_to_rebuild():
        rebuild_month(month)

    assert months() == grown
    for model in (DayPage, DayCell, MonthPage, MonthCell):
        assert all(row.visits <= row.views >= row.reads for row in model.objects.all())
    assert {row.entrance for row in DayEntrance.objects.all()} <= {0, *entrances}
    once = DayCell.objects.filter(Q(group=0) | Q(method__in=CERTAIN))
    per_day = visits_per_day(DayPage.objects)
    assert [visits_per_day(rows) for rows in (once, DayEntrance.objects, DayReferrer.objects)] == [per_day] * 3
    assert total_of(once, "views") == total_of(DayPage.objects, "views")
    assert total_of(once, "reads") <= total_of(DayPage.objects, "reads")


def label_pages(labels):
    """Labels as they are written down: each period of a page ends when the next begins."""
    begun = {(page_id, NOON.date() - timedelta(days=days_ago)): rest for page_id, days_ago, *rest in labels}
    for (page_id, begins), (groups, number) in begun.items():
        later = [day for page, day in begun if page == page_id and day > begins]
        ends = min(later) - timedelta(days=1) if later else None
        told = {"groups": groups, "theme": number, "municipality": number}
        PageLabelPeriod.objects.create(page_id=page_id, begins=begins, ends=ends, **told)


def visits_per_day(rows):
    days = rows.order_by("day").values_list("day").annotate(Sum("visits"))
    return [(day, visits) for day, visits in days if visits]


def total_of(rows, name):
    return rows.aggregate(total=Sum(name))["total"] or 0


def told(what, page_id, step, revision_id, days_late, number, via, is_entry, referrer):
    where = {
        "page_id": page_id,
        "step": step,
        "revision_id": revision_id,
        "day": NOON.date() - timedelta(days=days_late),
        "is_entry": is_entry,
    }
    if what in {"print", "useful"}:
        return arrival(number, "act", act=what, subject="yes" if what == "useful" else "", **where)
    return arrival(number, what, via=via, referrer=referrer, **where)


def months():
    """What every table of months says, but for the numbers that rows got of the database."""
    return [sorted(map(values, model.objects.all())) for model in PER_MONTH]


def values(row):
    return tuple(getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key)
