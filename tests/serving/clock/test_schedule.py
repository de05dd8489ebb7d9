"""Due is what was done a period ago by the monotonic clock, and at the start everything is."""

from datetime import timedelta

import pytest

from campagne.serving.clock.schedule import Schedule

pytestmark = pytest.mark.once


def test_everything_is_due_at_the_start_and_again_a_period_after_it_was_done():
    schedule = Schedule({"often": timedelta(seconds=5), "seldom": timedelta(hours=1)})
    assert set(schedule.due(0)) == {"often", "seldom"}

    schedule.done("often", 100)
    schedule.done("seldom", 100)

    assert schedule.due(104.9) == []
    assert schedule.due(105) == ["often"]
    assert schedule.due(3700) == ["often", "seldom"]
