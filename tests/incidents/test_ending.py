from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from campagne.incidents.ending import End, ending, on_the_wall

pytestmark = pytest.mark.once
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2026, 11, 29, 11, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "clock"),
    [
        pytest.param(End.TWO_HOURS, "14:05", id="rounded up, because that is easier to say"),
        pytest.param(End.FOUR_HOURS, "16:05", id="four hours"),
        pytest.param(End.TODAY, "23:59", id="today, on the clock of Amsterdam"),
    ],
)
def test_a_choice_is_a_moment_on_the_clock(choice, clock):
    assert f"{ending(choice, NOON, AMSTERDAM).at.astimezone(AMSTERDAM):%H:%M}" == clock


@pytest.mark.parametrize(
    ("day", "clock", "in_utc", "remark"),
    [
        pytest.param(date(2026, 11, 29), time(12), "11:00", "", id="winter"),
        pytest.param(date(2026, 7, 1), time(12), "10:00", "", id="summer"),
        pytest.param(date(2026, 10, 25), time(2, 30), "01:30", "twee keer", id="an hour that comes twice: the second"),
        pytest.param(date(2027, 3, 28), time(2, 30), "01:30", "bestaat", id="an hour that is skipped: the next"),
    ],
)
def test_a_clock_that_changes_never_ends_an_incident_too_soon(day, clock, in_utc, remark):
    found = on_the_wall(day, clock, AMSTERDAM)

    assert f"{found.at.astimezone(UTC):%H:%M}" == in_utc
    assert remark in found.remark
    assert bool(remark) == bool(found.remark)
