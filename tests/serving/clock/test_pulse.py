"""A web process writes down what it holds, and a failure is tried again."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest

from campagne.serving.clock.pulse import do_what_is_due
from campagne.serving.clock.schedule import Schedule
from tests.serving.test_processes import eventually, is_alive

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


SERVER_WITH_A_HANGING_WORKER = """
import multiprocessing, signal, time
import django
django.setup()
from campagne.serving.clock.pulse import start_pulse

def work():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    start_pulse()
    print(multiprocessing.current_process().pid, flush=True)
    time.sleep(60)

multiprocessing.get_context("fork").Process(target=work).start()
time.sleep(60)
"""


@pytest.mark.once
def test_a_worker_that_hangs_does_not_outlive_its_server():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", SERVER_WITH_A_HANGING_WORKER]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    worker = int(server.stdout.readline())
    assert is_alive(worker)

    server.send_signal(signal.SIGKILL)

    server.wait(timeout=30)
    assert eventually(lambda: not is_alive(worker))
