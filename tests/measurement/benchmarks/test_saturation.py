"""A rate counts good answers only, per second that the server really worked."""

import os

import pytest

from campagne.measurement.benchmarks.saturation import Place, Rate, answered_by_wrk, by_ourselves

pytestmark = pytest.mark.once
GOOD = "  112860 requests in 4.07s, 604.14MB read\nRequests/sec:  27754.96\n"


def test_a_rate_does_not_depend_on_how_much_was_asked():
    busy, half = Rate(1000, seconds=2, worked=2), Rate(500, seconds=2, worked=1)

    assert busy.per_second_worked == half.per_second_worked == 500
    assert (busy.busy, half.busy) == (1, 0.5)


def test_the_answers_that_wrk_counted_are_read():
    assert answered_by_wrk(GOOD) == 112_860


@pytest.mark.parametrize(
    "line", ["  Non-2xx or 3xx responses: 7", "  Socket errors: connect 0, read 3, write 0, timeout 0"]
)
def test_a_wrong_answer_is_never_a_rate(line):
    with pytest.raises(RuntimeError, match=line.strip()[:9]):
        answered_by_wrk(GOOD + line)


def test_without_wrk_we_ask_ourselves(page_server):
    place = Place(page_server.server_port, os.getpid(), "/", "a")

    assert by_ourselves(place, 0.2) > 0
    with pytest.raises(RuntimeError, match="404"):
        by_ourselves(Place(page_server.server_port, os.getpid(), "/weg", "a"), 0.1)
