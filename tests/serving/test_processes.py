"""A child that ends is started again, ever later, and none outlives its parent."""

import os
import signal
import subprocess
import sys
import time

import pytest

from campagne.serving import processes
from campagne.serving.processes import LONGEST_WAIT, SECONDS_OF_GOOD_RUNNING, Child, StopSignal, keep_running

pytestmark = pytest.mark.once
SLEEP = ["sleep", "60"]


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def eventually(claim, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not claim():
        time.sleep(0.02)
    return claim()


def starts_of(child, lifetime):
    """The moments at which a child that lives `lifetime` seconds is started, by a clock of our own."""
    now, starts = 0.0, []
    for _ in range(8):
        while child.process is None:
            child.look_after(now)
            now += 0.5
        starts.append(now)
        now += lifetime
        child.process.wait()
        child.look_after(now)
    return starts


@pytest.mark.parametrize(
    ("lifetime", "last_wait"),
    [
        pytest.param(0, LONGEST_WAIT, id="what ends at once waits longer each time, up to half a minute"),
        pytest.param(SECONDS_OF_GOOD_RUNNING, 1, id="what ran well for a while is started again soon"),
    ],
)
def test_how_long_it_waits_before_it_starts_again(lifetime, last_wait, caplog):
    *_, before, last = starts_of(Child("Het kind", ["true"]), lifetime)

    assert last_wait <= last - before - lifetime <= last_wait + 1
    assert "Het kind is gestopt (code 0)" in caplog.text


def test_the_signal_stops_all_children_also_one_that_will_not_listen(monkeypatch):
    monkeypatch.setattr(processes, "SECONDS_TO_STOP", 0.5)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"
    children = [Child("Goed", SLEEP), Child("Doof", [sys.executable, "-c", deaf])]

    class StopsSoon(StopSignal):
        def sleep(self, seconds):
            time.sleep(0.3)
            self.has_come = all(child.process for child in children)

    keep_running(children, StopsSoon())

    assert [child.process.poll() is not None for child in children] == [True, True]


KEEPER = """
import sys
from campagne.serving.processes import Child, StopSignal, keep_running
stop = StopSignal()
stop.listen()
child = Child("Kind", ["sleep", "60"])
child.look_after(0)
print(child.process.pid, flush=True)
keep_running([child], stop)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_whatever_ends_the_parent_ends_the_child(number):
    parent = subprocess.Popen([sys.executable, "-c", KEEPER], stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    assert is_alive(child)

    parent.send_signal(number)

    parent.wait(timeout=30)
    assert eventually(lambda: not is_alive(child))
