"""Readers at a fixed rate are all answered, and a percentile is one of the values."""

from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.benchmarks.steady_readers import percentile, waits_of_readers

pytestmark = pytest.mark.once
PAGE, MISSING = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /weg HTTP/1.1\r\nHost: a\r\n\r\n"


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0.01, 1))
def test_a_percentile_is_the_smallest_value_that_enough_do_not_exceed(values, share):
    ordered = sorted(values)

    found = percentile(ordered, share)

    assert found in ordered
    assert sum(value <= found for value in ordered) >= share * len(ordered) - 1e-6
    assert sum(value < found for value in ordered) < share * len(ordered)


@pytest.mark.parametrize(
    ("share", "expected"),
    [pytest.param(0.5, 50, id="middle"), pytest.param(0.99, 99, id="one in a hundred"), pytest.param(1, 100, id="all")],
)
def test_a_percentile_of_a_hundred(share, expected):
    assert percentile(range(1, 101), share) == expected


def test_every_reader_is_answered_and_waited(page_server):
    waits = waits_of_readers(page_server.server_port, repeat(PAGE), a_second=200, seconds=0.2)

    assert len(waits.seconds) == page_server.answered == 40
    assert list(waits.seconds) == sorted(waits.seconds)
    assert waits.seconds[0] > 0


def test_another_answer_than_the_page_is_an_error(page_server):
    with pytest.raises(RuntimeError, match="404"):
        waits_of_readers(page_server.server_port, repeat(MISSING), a_second=200, seconds=0.1)
