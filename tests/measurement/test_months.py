"""Months are made from days, and days go only when their month is safe."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate

from campagne.measurement.consumer import count
from campagne.measurement.models import (
    DayAct,
    DayCell,
    DayEntrance,
    DayPage,
    DayReferrer,
    MonthAct,
    MonthCell,
    MonthEntrance,
    MonthPage,
    MonthReferrer,
)
from campagne.measurement.months import (
    DaysPurged,
    MonthsDiffer,
    months_to_rebuild,
    purge_days,
    purge_when_due,
    rebuild_month,
)
from campagne.measurement.periods import oldest_day_kept
from campagne.serving.models import GivenOut
from tests.measurement.conftest import NOON, arrival, in_threads, put

JANUARY, FEBRUARY = date(2027, 1, 1), date(2027, 2, 1)


def counted_on(*days):
    """Count a view, a read and a print on each of these days."""
    for number, day in enumerate(days):
        where = {"day": day, "page_id": 7, "revision_id": number}
        put(arrival(number, **where))
        put(arrival(number, "read", **where), arrival(number, "act", act="print", **where))
    count(NOON, timedelta(0))


def test_rebuilding_repairs_a_month_and_may_run_twice(db):
    counted_on(date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 28))
    MonthPage.objects.update(views=99)
    MonthAct.objects.all().delete()
    MonthEntrance.objects.update(visits=7, scans=7)
    MonthCell.objects.update(reads=0, theme=3)
    MonthReferrer.objects.update(visits=7)

    call_command("rebuild_months", verbosity=0)
    call_command("rebuild_months", verbosity=0)

    assert list(MonthPage.objects.order_by("month").values_list("month", "views", "visits", "reads")) == [
        (JANUARY, 1, 1, 1),
        (FEBRUARY, 2, 2, 2),
    ]
    assert list(MonthAct.objects.order_by("month").values_list("month", "count")) == [(JANUARY, 1), (FEBRUARY, 2)]
    entrances = MonthEntrance.objects.order_by("month").values_list("month", "entrance", "scans", "visits")
    assert list(entrances) == [(JANUARY, 0, 0, 1), (FEBRUARY, 0, 0, 2)]
    cells = MonthCell.objects.order_by("month").values_list("month", "theme", "method", "views", "visits", "reads")
    assert list(cells) == [(JANUARY, 0, "-", 1, 1, 1), (FEBRUARY, 0, "-", 2, 2, 2)]
    referrers = MonthReferrer.objects.order_by("month").values_list("month", "referrer", "visits")
    assert list(referrers) == [(JANUARY, "onbekend", 1), (FEBRUARY, "onbekend", 2)]


def test_days_go_per_whole_month_and_the_months_stay(db):
    counted_on(date(2027, 1, 31), date(2027, 2, 1), date(2027, 2, 28))

    assert purge_days(date(2027, 2, 20)) == 5
    assert purge_days(date(2027, 2, 20)) == 0

    assert set(DayPage.objects.values_list("day", flat=True)) == {date(2027, 2, 1), date(2027, 2, 28)}
    assert [model.objects.count() for model in (DayAct, DayEntrance, DayCell, DayReferrer)] == [2, 2, 2, 2]
    assert MonthPage.objects.get(month=JANUARY).views == 1
    assert MonthEntrance.objects.get(month=JANUARY).visits == 1
    assert MonthCell.objects.get(month=JANUARY).visits == 1
    assert MonthReferrer.objects.get(month=JANUARY).visits == 1


def test_a_month_without_its_days_is_not_rebuilt(db):
    counted_on(date(2027, 1, 31), date(2027, 2, 1))
    purge_days(FEBRUARY)

    with pytest.raises(DaysPurged, match="01-2027"):
        rebuild_month(JANUARY)

    assert months_to_rebuild() == [FEBRUARY]
    assert MonthPage.objects.filter(month=JANUARY).exists()


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        pytest.param(MonthPage, {"views": 5}, id="pages"),
        pytest.param(MonthEntrance, {"scans": 5}, id="entrances"),
        pytest.param(MonthCell, {"method": "G"}, id="cells"),
        pytest.param(MonthReferrer, {"visits": 5}, id="referrers"),
    ],
)
def test_days_stay_while_their_month_differs(db, model, wrong):
    counted_on(date(2027, 1, 31))
    model.objects.update(**wrong)

    with pytest.raises(MonthsDiffer, match="01-2027"):
        purge_days(FEBRUARY)

    assert DayPage.objects.exists()


def test_purging_earlier_than_before_changes_nothing(db):
    counted_on(date(2027, 1, 31))
    purge_days(FEBRUARY)
    purge_days(JANUARY)

    with pytest.raises(DaysPurged):
        rebuild_month(JANUARY)


def test_the_command_keeps_25_months(db):
    counted_on(date(2020, 5, 1), date(2027, 3, 10))

    call_command("purge_counters", verbosity=0)
    call_command("purge_counters", verbosity=0)

    assert not DayPage.objects.filter(day__year=2020).exists()
    assert MonthPage.objects.filter(month=date(2020, 5, 1)).exists()


def test_the_clock_purges_days_that_we_promised_to_forget_and_may_do_so_twice(db):
    kept = oldest_day_kept(localdate(NOON))
    for day in (kept, kept - timedelta(days=1)):
        DayPage.objects.create(day=day, page_id=1, revision_id=1, views=3)
        MonthPage.objects.create(month=day.replace(day=1), page_id=1, views=3)
        GivenOut.objects.create(day=day, path="/", count=3)

    purge_when_due(NOON)
    purge_when_due(NOON)

    assert [row.day for row in DayPage.objects.all()] == [kept]
    assert [row.day for row in GivenOut.objects.all()] == [kept]
    assert MonthPage.objects.count() == 2


def test_the_command_says_what_to_do_when_a_month_differs(db):
    counted_on(date(2020, 5, 1))
    MonthPage.objects.all().delete()

    with pytest.raises(CommandError, match="rebuild_months"):
        call_command("purge_counters", verbosity=0)


def test_rebuilding_while_counting_loses_nothing(committed):
    def bring(writer):
        for number in range(20):
            put(arrival(100 * writer + number))
            count(NOON, timedelta(0))

    def rebuild():
        for _ in range(20):
            rebuild_month(date(2027, 3, 1))

    in_threads(lambda: bring(1), lambda: bring(2), rebuild)

    assert DayPage.objects.get().views == 40
    assert MonthPage.objects.get().views == 40
