"""What is wrong is told within two seconds, also when the database hangs, and one asks for all."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from campagne.serving import readiness
from campagne.serving.readiness import SILENT, Examination, Readiness, examined


def test_a_clock_that_stands_still_is_a_warning(db):
    found = examined(timezone.now())

    assert found.reasons == ()
    assert "staat stil" in found.warnings[0]


def test_a_change_that_was_not_applied_is_a_reason(db):
    MigrationRecorder.Migration.objects.filter(app="serving").delete()

    found = examined(timezone.now())

    assert "serving.0" in found.reasons[0]


def test_of_a_fault_nothing_is_told(db):
    def fail(execute, sql, params, many, context):
        raise OperationalError("connection to server at db.intern.example failed for user jan")

    with connection.execute_wrapper(fail):
        assert examined(timezone.now()) == SILENT


@pytest.mark.once
def test_a_database_that_hangs_holds_one_thread_and_nobody_long(monkeypatch):
    monkeypatch.setattr(readiness, "SECONDS_TO_WAIT", 0.2)
    hang, asked = Event(), []
    examination = Examination(lambda at: asked.append(at) or hang.wait(60) or Readiness())

    began = monotonic()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(examination.outcome, [timezone.now()] * 20))
    took = monotonic() - began
    hang.set()

    assert found == [SILENT] * 20
    assert len(asked) == 1
    assert took < 20


@pytest.mark.once
def test_what_was_found_a_moment_ago_is_told_again(monkeypatch):
    asked = []
    examination = Examination(lambda at: asked.append(at) or Readiness())
    for _ in range(3):
        examination.outcome(timezone.now())
    assert len(asked) == 1

    monkeypatch.setattr(readiness, "SECONDS_TO_REMEMBER", 0)
    examination.outcome(timezone.now())
    assert len(asked) == 2


@pytest.mark.once
def test_an_error_of_our_own_is_not_called_ready():
    assert Examination(lambda at: 1 / 0).outcome(timezone.now()) == SILENT
