"""A web process writes down what it holds, and a failure is tried again."""

from datetime import timedelta

import pytest

from campagne.serving.clock.pulse import do_what_is_due
from campagne.serving.clock.schedule import Schedule

HERE = "tests.serving.clock.test_pulse"
done = []


def note():
    done.append(1)


def fail():
    raise ValueError("jan@voorbeeld.nl")


@pytest.mark.once
def test_a_failure_stops_no_other_and_is_tried_again(caplog):
    done.clear()
    schedule = Schedule({f"{HERE}.{name}": timedelta(seconds=10) for name in ("fail", "note")})

    for now in (0, 5, 10):
        do_what_is_due(schedule, now)

    assert len(done) == 2
    assert caplog.text.count("fail is mislukt (ValueError") == 2
    assert "jan@" not in caplog.text
