"""A period falls apart into whole months and loose days without losing or doubling one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.periods import Period, last_days, next_month, oldest_day_kept

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
LATER = date(2031, 1, 1)
PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: Period(min(pair), max(pair)))


@given(PERIODS)
def test_whole_months_and_loose_days_together_are_the_period(period):
    whole, loose = period.split(LATER)

    parts = sorted([*([whole] if whole else []), *loose], key=lambda part: part.first)

    assert [day for part in parts for day in part.each_day()] == list(period.each_day())


@given(PERIODS)
def test_what_is_called_whole_begins_and_ends_with_a_month(period):
    whole, _ = period.split(LATER)

    if whole is not None:
        assert whole.first.day == 1
        assert (whole.last + timedelta(days=1)).day == 1


@given(PERIODS)
def test_the_period_before_is_as_long_and_ends_the_day_before(period):
    assert period.before.days == period.days
    assert period.before.last + timedelta(days=1) == period.first


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        pytest.param(
            date(2026, 1, 31), date(2026, 2, 1), [date(2026, 1, 1), date(2026, 2, 1)], id="two days, two months"
        ),
        pytest.param(date(2026, 12, 1), date(2026, 12, 31), [date(2026, 12, 1)], id="one month"),
        pytest.param(date(2025, 12, 9), date(2026, 1, 9), [date(2025, 12, 1), date(2026, 1, 1)], id="over new year"),
    ],
)
def test_the_months_a_period_touches(first, last, months):
    assert list(Period(first, last).each_month()) == months


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2026, 2, 1), date(2026, 1, 31))


def test_days_are_kept_for_twenty_five_months():
    assert oldest_day_kept(date(2026, 11, 25)) == date(2024, 10, 1)
    assert next_month(date(2026, 1, 31)) == date(2026, 2, 1)
    assert last_days(date(2026, 11, 25), 28) == Period(date(2026, 10, 29), date(2026, 11, 25))


def test_the_month_that_is_not_over_is_whole_when_the_period_reaches_today():
    today = date(2026, 11, 25)

    assert Period(date(2026, 10, 1), today).split(today) == (Period(date(2026, 10, 1), date(2026, 11, 30)), ())
    assert Period(date(2026, 11, 24), today).split(today) == (None, (Period(date(2026, 11, 24), today),))
