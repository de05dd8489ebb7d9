import pytest

from campagne.guided.live.pace import BUSY_FROM, CALM_FROM, SECONDS_OF_A_LOOK, Pace, wait_of
from campagne.guided.sessions.standing import State

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("state", "is_asking", "is_busy", "wait"),
    [
        pytest.param(State.RUNNING, True, False, 2000, id="a question is open"),
        pytest.param(State.RUNNING, False, False, 4000, id="somebody is talking"),
        pytest.param(State.PLANNED, False, False, 4000, id="a board that waits for the start"),
        pytest.param(State.PAUSED, False, False, 10_000, id="until another day"),
        pytest.param(State.CLOSED, False, False, 10_000, id="over"),
        pytest.param(State.RUNNING, True, True, 4000, id="busy, so half as often"),
    ],
)
def test_how_long_a_screen_waits(state, is_asking, is_busy, wait):
    assert wait_of(state, is_asking=is_asking, is_busy=is_busy) == wait


def asked(pace: Pace, *rates: float) -> list[bool]:
    """Whether it is busy, after each of these rates for one look."""
    found, at = [], 0.0
    for rate in rates:
        polls = int(rate * SECONDS_OF_A_LOOK)
        for number in range(1, polls + 1):
            pace.note(at + number * SECONDS_OF_A_LOOK / polls)
        at += SECONDS_OF_A_LOOK
        found.append(pace.is_busy)
    return found


def test_what_is_asked_half_as_often_because_it_is_busy_stays_busy():
    assert asked(Pace(0), BUSY_FROM - 1, BUSY_FROM * 1.2, BUSY_FROM * 0.6, CALM_FROM - 1) == [False, True, True, False]
