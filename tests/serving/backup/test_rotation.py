"""Which backups stay, for any row of moments."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.backup.rotation import LATELY, MOST_LATELY, Keeping, kept

pytestmark = pytest.mark.once
YEARS = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2029-01-01")
MOMENTS = st.lists(st.datetimes(*YEARS), max_size=60, unique=True)
KEEPINGS = st.builds(Keeping, *[st.integers(0, 15)] * 3)
USUAL = Keeping()


@given(MOMENTS.filter(bool), KEEPINGS)
def test_the_newest_always_stays(moments, keeping):
    assert max(moments) in kept(moments, keeping)


@given(MOMENTS, KEEPINGS)
def test_no_more_stay_than_was_asked(moments, keeping):
    stay = kept(moments, keeping)

    assert stay <= set(moments)
    assert len(stay) <= MOST_LATELY + keeping.daily + keeping.weekly + keeping.monthly


@given(MOMENTS, KEEPINGS)
def test_doing_it_again_takes_nothing_more(moments, keeping):
    stay = kept(moments, keeping)

    assert kept(stay, keeping) == stay


@given(MOMENTS, st.integers(1, 15))
def test_each_of_the_last_days_keeps_its_newest(moments, daily):
    days = sorted({moment.date() for moment in moments}, reverse=True)[:daily]

    newest = {max(moment for moment in moments if moment.date() == day) for day in days}

    assert newest <= kept(moments, Keeping(daily, 0, 0))


def test_what_was_made_before_something_went_wrong_today_or_yesterday_stays():
    noon = datetime.fromisoformat("2028-06-30T12:00")
    made = [noon, noon - timedelta(minutes=1), noon - timedelta(hours=1), noon - LATELY]

    assert set(made) <= kept(made, Keeping(1, 0, 0))


def test_many_in_a_short_time_do_not_fill_the_disk():
    noon = datetime.fromisoformat("2028-06-30T12:00")
    made = [noon - timedelta(minutes=minutes) for minutes in range(60)]

    assert kept(made, USUAL) == set(made[:MOST_LATELY])


def test_two_years_of_nights_leave_a_week_five_weeks_and_a_year():
    nights = [datetime.fromisoformat("2028-06-30T03:00") - timedelta(days=days) for days in range(730)]

    stay = sorted(kept(nights, USUAL), reverse=True)

    assert stay[:7] == nights[:7]
    assert (stay[0] - stay[-1]).days > 330
    assert len(stay) <= 7 + 5 + 12
