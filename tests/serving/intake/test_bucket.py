"""A bucket gives what it promises: never more, never later."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.intake.bucket import Buckets, Rate

pytestmark = pytest.mark.once
RATES = st.builds(Rate, burst=st.integers(1, 50), per_minute=st.floats(0.5, 600))
PAUSES = st.lists(st.floats(0, 120), min_size=1, max_size=100)


@given(RATES, PAUSES)
def test_never_more_than_the_burst_and_what_time_brought(rate, pauses):
    buckets, at, taken = Buckets(rate, most=10), 0.0, 0

    for pause in pauses:
        at += pause
        taken += buckets.take(b"a", at) == 0

    assert taken <= rate.burst + at * rate.per_minute / 60 + 1e-6


@given(RATES, PAUSES)
def test_whoever_waits_as_long_as_was_said_is_served(rate, pauses):
    buckets, at = Buckets(rate, most=10), 0.0

    for pause in pauses:
        at += pause
        if wait := buckets.take(b"a", at):
            at += wait + 1e-6
            assert buckets.take(b"a", at) == 0


@given(RATES, st.integers(1, 50))
def test_a_burst_is_served_at_once(rate, wanted):
    buckets = Buckets(rate, most=10)

    served = sum(buckets.take(b"a", 5.0) == 0 for _ in range(wanted))

    assert served == min(wanted, rate.burst)


@given(RATES, st.lists(st.binary(min_size=1, max_size=3), max_size=200), st.integers(1, 20))
def test_memory_is_bounded_and_others_are_never_shut_out(rate, senders, most):
    buckets = Buckets(rate, most=most)

    for sender in senders:
        buckets.take(sender, 1.0)

    assert len(buckets) <= most
    assert buckets.take(b"somebody new", 1.0) == 0


def test_a_clock_that_goes_back_brings_nothing():
    buckets = Buckets(Rate(burst=1, per_minute=60), most=10)

    waits = [buckets.take(b"a", at) for at in (100.0, 0.0, 100.5)]

    assert waits == [0, 1, 0.5]
