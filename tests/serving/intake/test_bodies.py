"""Senders that dawdle hold some threads; everybody else is answered."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Event, Semaphore

import pytest

from campagne.serving.intake.bodies import PatientBodies

pytestmark = pytest.mark.once


class Dawdling:
    """A body whose end does not come until it is allowed to; `begun` tells that somebody waits for it."""

    def __init__(self, begun, end):
        self._begun, self._end = begun, end

    def read(self, size=-1):
        self._begun.release()
        self._end.wait(60)
        return b"a=1"


def echo(environ, start_response):
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def ask(layer, body=None, length=None):
    """The status and the body of the answer."""
    environ = {"wsgi.input": BytesIO(b"") if body is None else body, "CONTENT_LENGTH": length}
    told = []
    answer = layer(environ, lambda status, headers: told.append(status))
    return told[0][:3], b"".join(answer)


@pytest.fixture
def held_up():
    """A layer whose three places are held by senders that dawdle, and what lets them go on."""
    layer, begun, end = PatientBodies(echo, most_reading=3), Semaphore(0), Event()
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(ask, layer, Dawdling(begun, end), "3") for _ in range(3)]
        for _ in asked:
            assert begun.acquire(timeout=30)
        yield layer, end, asked
        end.set()


def test_who_sends_nothing_is_answered_while_others_dawdle(held_up):
    layer, *_ = held_up

    assert ask(layer) == ("200", b"")
    assert ask(layer, length="") == ("200", b"")


def test_who_sends_something_then_is_asked_to_try_again_and_later_it_goes(held_up):
    layer, end, asked = held_up
    assert [ask(layer, BytesIO(b"b=2"), "3")[0] for _ in range(50)] == ["503"] * 50

    end.set()

    assert [done.result(timeout=30) for done in asked] == [("200", b"a=1")] * 3
    assert ask(layer, BytesIO(b"b=2"), "3") == ("200", b"b=2")


@pytest.mark.parametrize("length", ["3", "99999999", "999999999999", "-1", "drie", "³"])
def test_whatever_the_length_says_the_place_comes_free(length):
    layer = PatientBodies(echo, most_reading=1)

    for _ in range(3):
        assert ask(layer, BytesIO(b"b=2"), length) == ("200", b"b=2")
