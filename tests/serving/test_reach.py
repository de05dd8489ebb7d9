"""During an outage one caller tries; the others are told at once."""

from threading import Barrier, Event, Thread

import pytest

from campagne.serving.reach import Away, Reach

pytestmark = pytest.mark.once


def refuse():
    raise ConnectionRefusedError


def test_while_one_tries_the_others_need_not_wait():
    reach, trying, over = Reach(ConnectionError), Barrier(2), Event()
    with pytest.raises(ConnectionRefusedError):
        reach.attempt(refuse)

    def find_out():
        trying.wait(30)
        over.wait(30)
        return "made"

    first = Thread(target=lambda: reach.attempt(find_out))
    first.start()
    trying.wait(30)
    with pytest.raises(Away):
        reach.attempt(lambda: "made")
    over.set()
    first.join()

    assert reach.attempt(lambda: "made") == "made"


def test_another_exception_is_an_answer():
    reach = Reach(ConnectionError)

    for _ in range(2):
        with pytest.raises(ValueError, match="no number"):
            reach.attempt(refuse_number)


def refuse_number():
    raise ValueError("no number")
