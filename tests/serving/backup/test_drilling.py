"""Two drills at once, of the clock and by hand, use the same place: the second waits."""

from threading import Event, Thread

import pytest

from campagne.serving.backup.drilling import one_at_a_time

pytestmark = pytest.mark.once


def test_a_second_drill_waits_for_the_first(tmp_path):
    began = Event()

    def second() -> None:
        with one_at_a_time(tmp_path):
            began.set()

    waiting = Thread(target=second)
    with one_at_a_time(tmp_path):
        waiting.start()
        began_beside = began.wait(0.3)
    waiting.join(10)

    assert not began_beside
    assert began.is_set()
