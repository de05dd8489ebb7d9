from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.attention.weeks import each_week, recent, weeks_before

pytestmark = pytest.mark.once
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def test_the_weeks_ended_on_the_last_sunday():
    weeks = weeks_before(date(2026, 12, 2))

    assert (weeks.first, weeks.last) == (date(2026, 8, 10), date(2026, 11, 29))
    assert (recent(weeks).first, recent(weeks).last) == (date(2026, 11, 2), date(2026, 11, 29))


@given(DAYS)
def test_all_days_of_a_week_look_at_the_same_sixteen_whole_weeks_before_it(day):
    weeks = weeks_before(day)

    assert weeks.days == 16 * 7
    assert (weeks.first.weekday(), weeks.last.weekday()) == (0, 6)
    assert timedelta(0) < day - weeks.last <= timedelta(days=7)
    assert weeks == weeks_before(day - timedelta(days=day.weekday()))
    assert recent(weeks).days == 28


def test_each_week_follows_the_one_before_and_together_they_are_all_days():
    weeks = weeks_before(date(2026, 12, 2))

    found = list(each_week(weeks))

    assert len(found) == 16
    assert [day for week in found for day in week.each_day()] == list(weeks.each_day())
    assert found[12].first == recent(weeks).first
