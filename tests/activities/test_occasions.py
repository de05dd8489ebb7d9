from datetime import UTC, date, datetime, time, timedelta

import pytest

from campagne.activities.occasions import Series, State
from campagne.activities.recurrence import Every, Recurrence, moment

pytestmark = pytest.mark.once

FIRST = date(2026, 12, 8)
WEEKLY = Recurrence(FIRST, Every.WEEK, FIRST + timedelta(weeks=2))
SECOND = FIRST + timedelta(weeks=1)


def series(**told) -> Series:
    return Series(WEEKLY, time(14), time(16), **told)


@pytest.mark.parametrize(
    ("whole", "single", "expected"),
    [
        pytest.param(State.PLANNED, {}, ["planned", "planned", "planned"], id="goes on"),
        pytest.param(State.PLANNED, {SECOND: State.CANCELLED}, ["planned", "cancelled", "planned"], id="one day off"),
        pytest.param(State.FULL, {SECOND: State.PLANNED}, ["full", "planned", "full"], id="one day has places"),
        pytest.param(State.CANCELLED, {SECOND: State.FULL}, ["cancelled"] * 3, id="all off is off on each day"),
    ],
)
def test_a_day_that_is_otherwise_goes_first_unless_all_is_cancelled(whole, single, expected):
    assert [each.state for each in series(state=whole, single=single).occasions()] == expected


@pytest.mark.parametrize(
    ("at", "left"),
    [
        pytest.param(moment(FIRST, time(13)), 3, id="before"),
        pytest.param(moment(FIRST, time(15)), 3, id="while it goes on"),
        pytest.param(moment(FIRST, time(16)), 2, id="at its end"),
        pytest.param(datetime(2027, 1, 1, tzinfo=UTC), 0, id="after all"),
    ],
)
def test_what_is_over_is_gone(at, left):
    assert len(series().coming(at)) == left


def test_an_hour_that_is_skipped_makes_no_occasion_that_ends_before_it_begins():
    night = Series(Recurrence(date(2027, 3, 28)), time(2, 30), time(3, 15))

    assert night.occasions()[0].starts_at <= night.occasions()[0].ends_at
