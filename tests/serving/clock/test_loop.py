"""The clock does its jobs, and nothing that goes wrong in one of them stops it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from campagne.serving.clock import loop
from campagne.serving.clock.jobs import MINUTE, Job
from campagne.serving.clock.lease import Holding
from campagne.serving.clock.loop import Clock
from campagne.serving.models import JobRun
from campagne.serving.processes import StopSignal

HERE = "tests.serving.clock.test_loop"
ALWAYS = timedelta(0)
done = []


def note(at):
    done.append(at)


def fail(at):
    raise ValueError("jan@voorbeeld.nl")


def break_connection(at):
    """As when the database stops under it: the connection is there and no longer works."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        else:
            connection.connection.close()
            cursor.execute("SELECT 1")


def job(function, period=ALWAYS):
    return Job(function.__name__, f"{HERE}.{function.__name__}", period, MINUTE)


@pytest.fixture
def clock_of(committed, monkeypatch):
    """A clock that stops after its last job was done three times: `clock_of(job, …)`."""
    monkeypatch.setattr(loop, "SECONDS_BETWEEN_LOOKS", 0)
    monkeypatch.setattr(loop, "SECONDS_AFTER_FAULT", 0)
    done.clear()

    class Stopping(StopSignal):
        @property
        def has_come(self):
            return len(done) >= 3

        @has_come.setter
        def has_come(self, value):
            pass

    return lambda *jobs: Clock(Stopping(), jobs)


def test_it_does_its_jobs_and_writes_down_how_they_went(clock_of, monkeypatch):
    monkeypatch.setattr(loop, "SECONDS_BETWEEN_NOTES", 0)

    clock_of(job(note)).run()

    run = JobRun.objects.get()
    assert len(done) == 3
    assert (run.path, run.started_at, run.fault) == (f"{HERE}.note", done[-1], "")


def test_a_job_that_goes_well_again_and_again_is_written_down_now_and_then(clock_of):
    clock_of(job(note)).run()

    assert JobRun.objects.get().started_at == done[0]


@pytest.mark.parametrize("bad", [fail, break_connection])
def test_a_job_that_fails_is_told_once_and_stops_no_other(clock_of, caplog, bad):
    clock_of(job(bad), job(note)).run()

    assert len(done) == 3
    assert JobRun.objects.get(path__endswith=bad.__name__).failing_since
    assert caplog.text.count(f"De taak '{bad.__name__}' mislukt") == 1
    assert "jan@" not in caplog.text


def test_an_hour_back_makes_no_job_wait(clock_of, monkeypatch):
    moments = [timezone.now() - timedelta(hours=hour) for hour in range(5)]
    monkeypatch.setattr(timezone, "now", lambda: moments[len(done)])

    clock_of(job(note, timedelta(milliseconds=1))).run()

    assert done == moments[:3]


def test_who_has_no_turn_does_nothing(clock_of):
    clock, other = clock_of(job(note)), Holding()
    other.keep(0)

    clock.beat()
    clock.tick()
    assert done == []

    other.release()
    clock.beat()
    clock.tick()
    assert len(done) == 1


def test_a_clock_that_stops_leaves_its_turn_to_another(clock_of):
    clock_of(job(note)).run()

    assert Holding().keep(0)
