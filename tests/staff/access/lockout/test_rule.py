"""No sequence of tries gets more guesses out of it than the rule allows, and no lock lasts."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.staff.access.lockout.rule import MOST_TRIES, SPAN, Count, after_a_try, locked_until

pytestmark = pytest.mark.once

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PAUSES = st.lists(
    st.one_of(st.just(timedelta()), st.just(SPAN), st.timedeltas(timedelta(), 2 * SPAN)), min_size=1, max_size=80
)


def let_through(pauses: list[timedelta]) -> list[datetime]:
    """When somebody who tries after each of these pauses really gets a try."""
    count, through = Count(0, NOON), []
    for at in accumulate(pauses, initial=NOON):
        if locked_until(count, at) is None:
            count = after_a_try(count, at)
            through.append(at)
    return through


@given(PAUSES)
def test_no_quarter_of_an_hour_holds_more_tries_than_allowed(pauses):
    through = let_through(pauses)

    assert all(late - early >= SPAN for early, late in zip(through, through[MOST_TRIES:], strict=False))


@given(st.integers(0, 1000), st.timedeltas(-SPAN, 3 * SPAN))
def test_a_lock_is_over_when_it_says_so(tries, later):
    count, at = Count(tries, NOON), NOON + later

    until = locked_until(count, at)

    assert until is None or (locked_until(count, until) is None and until > at)
    assert until is None or after_a_try(count, until).tries == 1


@pytest.mark.parametrize(
    ("tries", "later", "until"),
    [
        pytest.param(MOST_TRIES - 1, SECOND, None, id="one mistake left"),
        pytest.param(MOST_TRIES, SECOND, NOON + SPAN, id="one too many"),
        pytest.param(MOST_TRIES, SPAN - SECOND, NOON + SPAN, id="the last second"),
        pytest.param(MOST_TRIES, SPAN, None, id="over"),
    ],
)
def test_when_somebody_may_try_again(tries, later, until):
    assert locked_until(Count(tries, NOON), NOON + later) == until


def test_a_clock_that_was_put_back_takes_no_try_away():
    assert after_a_try(Count(3, NOON), NOON - SPAN) == Count(4, NOON)
