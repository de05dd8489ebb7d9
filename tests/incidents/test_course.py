from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campagne.incidents.course import Kind, State, may_follow, problem_with_area, problem_with_end

pytestmark = pytest.mark.once
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


@pytest.mark.parametrize(
    ("ends_at", "words"),
    [
        pytest.param(NOON + HOUR, "", id="an hour"),
        pytest.param(NOON + WEEK, "", id="a week to the second"),
        pytest.param(NOON + WEEK + timedelta(seconds=1), "zeven dagen", id="more than a week"),
        pytest.param(NOON, "al voorbij", id="now"),
        pytest.param(NOON - HOUR, "al voorbij", id="in the past"),
        pytest.param(NOON + timedelta(minutes=5), "tien minuten", id="too soon to read"),
    ],
)
def test_an_end_lies_ahead_and_within_a_week(ends_at, words):
    assert words in problem_with_end(ends_at, NOON, NOON)
    assert bool(problem_with_end(ends_at, NOON, NOON)) == bool(words)


def test_the_hour_that_comes_twice_gives_no_eighth_day():
    amsterdam = ZoneInfo("Europe/Amsterdam")
    before = datetime(2026, 10, 24, 12, tzinfo=amsterdam)
    same_clock_a_week_on = datetime(2026, 10, 31, 12, tzinfo=amsterdam)

    # On the clock a week, but an hour more has passed.
    since, ends_at = before.astimezone(UTC), same_clock_a_week_on.astimezone(UTC)

    assert "zeven dagen" in problem_with_end(ends_at, since, since)


@pytest.mark.parametrize(
    ("area", "words"),
    [("Geleen-Zuid", ""), ("  ", "gewone woorden"), ("x" * 400, "400 tekens")],
    ids=["a place", "nothing", "too long"],
)
def test_an_area_is_a_few_words(area, words):
    assert words in problem_with_area(area)


def test_only_an_alert_begins_and_nothing_follows_an_end():
    assert [kind for kind in Kind if may_follow(State.AWAITING, kind)] == [Kind.ALERT]
    assert Kind.ALERT not in [kind for kind in Kind if may_follow(State.LIVE, kind)]
    assert not any(
        may_follow(state, kind) for state in (State.CLEARED, State.WITHDRAWN, State.EXPIRED) for kind in Kind
    )
