from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from campagne.activities.recurrence import AMSTERDAM, LONGEST, Every, Recurrence, moment

pytestmark = pytest.mark.once

days = st.dates(date(2020, 1, 1), date(2060, 1, 1))
repeats = st.sampled_from([every for every in Every if every is not Every.ONCE])
lengths = st.integers(1, LONGEST.days).map(timedelta)


@settings(max_examples=60)
@given(days, repeats, lengths)
def test_a_calendar_that_reads_the_rule_finds_the_same_days(first, every, length):
    series = Recurrence(first, every, first + length)

    rule = vRecur({**series.rule, "UNTIL": datetime.combine(first + length, time())}).to_ical().decode()

    assert list(series.days()) == [found.date() for found in rrulestr(rule, dtstart=datetime.combine(first, time()))]


@settings(max_examples=60)
@given(days, repeats, lengths)
def test_a_series_begins_with_its_first_day_and_goes_forward_to_its_end(first, every, length):
    series = Recurrence(first, every, first + length)
    found = list(series.days())

    assert found[0] == first
    assert found == sorted(set(found))
    assert found[-1] == series.last_day <= first + length
    assert Recurrence(first, every, series.last_day).last_day == series.last_day


@pytest.mark.parametrize(
    ("every", "first", "second", "third"),
    [
        pytest.param(
            Every.WEEK, date(2027, 3, 23), date(2027, 3, 30), date(2027, 4, 6), id="over the change of clocks"
        ),
        pytest.param(Every.TWO_WEEKS, date(2026, 12, 22), date(2027, 1, 5), date(2027, 1, 19), id="over new year"),
        pytest.param(Every.MONTH_DATE, date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), id="a short month"),
        pytest.param(Every.MONTH_DATE, date(2028, 1, 30), date(2028, 2, 29), date(2028, 3, 30), id="a leap year"),
        pytest.param(Every.MONTH_WEEKDAY, date(2026, 12, 8), date(2027, 1, 12), date(2027, 2, 9), id="second Tuesday"),
        pytest.param(Every.MONTH_WEEKDAY, date(2026, 12, 29), date(2027, 1, 26), date(2027, 2, 23), id="fifth is last"),
    ],
)
def test_the_days_that_follow(every, first, second, third):
    assert list(Recurrence(first, every, first + timedelta(days=80)).days())[:3] == [first, second, third]


def test_a_series_without_an_end_is_its_first_day():
    assert list(Recurrence(date(2027, 1, 5), Every.WEEK).days()) == [date(2027, 1, 5)]
    assert list(Recurrence(date(2027, 1, 5), Every.ONCE, date(2028, 1, 5)).days()) == [date(2027, 1, 5)]


@pytest.mark.parametrize(
    ("day", "clock", "in_utc"),
    [
        pytest.param(date(2027, 3, 27), time(14), datetime(2027, 3, 27, 13, tzinfo=UTC), id="winter"),
        pytest.param(date(2027, 3, 28), time(14), datetime(2027, 3, 28, 12, tzinfo=UTC), id="the day of the change"),
        pytest.param(date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC), id="a skipped hour"),
        pytest.param(date(2027, 10, 31), time(2, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC), id="comes twice"),
    ],
)
def test_a_clock_here_shows_the_time_that_was_told(day, clock, in_utc):
    assert moment(day, clock).astimezone(UTC) == in_utc


@settings(max_examples=60)
@given(days, st.times(time(3)))
def test_a_clock_keeps_its_time_whatever_the_season(day, clock):
    told = moment(day, clock)

    assert (told.date(), told.timetz().replace(tzinfo=None)) == (day, clock)
    assert told.tzinfo is AMSTERDAM
