"""The line of visits and its table: the same numbers, and only what may still grow is set apart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from campagne.measurement.dashboard.over_time import may_still_grow, visits_over_time
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import traffic_per_day
from campagne.measurement.periods import Period

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("last", "growing"),
    [
        pytest.param(TODAY, 2, id="today and yesterday"),
        pytest.param(TODAY - timedelta(days=1), 1, id="yesterday alone"),
        pytest.param(TODAY - timedelta(days=2), 0, id="long enough ago"),
    ],
)
def test_the_last_two_days_may_still_grow(last, growing):
    days = list(Period(date(2026, 11, 1), last).each_day())

    assert may_still_grow(days, TODAY, is_daily=True) == growing


@pytest.mark.parametrize(
    ("today", "growing"),
    [
        pytest.param(date(2026, 11, 25), 1, id="in the middle of a month"),
        pytest.param(date(2026, 11, 1), 2, id="the first day, so yesterday's month as well"),
        pytest.param(date(2026, 12, 5), 0, id="the month is over"),
    ],
)
def test_a_month_may_still_grow_until_its_last_day_is_complete(today, growing):
    months = [date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)]

    assert may_still_grow(months, today, is_daily=False) == growing


def test_the_table_says_what_the_line_draws(home, count):
    selection = Selection(Period(date(2026, 11, 20), TODAY), None, (), TODAY)
    count(home, date(2026, 11, 22), views=1200, visits=1200)
    count(home, TODAY, views=3, visits=3)

    told = visits_over_time(selection, traffic_per_day(selection), counted_since=date(2026, 11, 21))

    assert told.series.head == "Dag"
    assert told.series.lines == (
        ("20 nov 2026", "onbekend"),
        ("21 nov 2026", "0"),
        ("22 nov 2026", "1.200"),
        ("23 nov 2026", "0"),
        ("24 nov 2026", "0 (nog niet volledig)"),
        ("25 nov 2026", "3 (nog niet volledig)"),
    )


def test_a_period_that_is_over_has_no_light_part(home, count):
    count(home, date(2026, 10, 9), views=5, visits=5)
    selection = Selection(Period(date(2026, 10, 1), date(2026, 10, 10)), None, (), TODAY)

    over, running = (
        visits_over_time(replace(selection, today=today), traffic_per_day(selection), date(2026, 1, 1)).chart
        for today in (TODAY, date(2026, 10, 10))
    )

    assert not over.unfinished
    assert running.unfinished
