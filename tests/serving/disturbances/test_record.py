"""Days add up, a database that is away loses nothing, and there is an end to what is kept."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from campagne.serving.disturbances import record
from campagne.serving.disturbances.noting import OTHER, Kind, note, take
from campagne.serving.disturbances.record import DAYS_KEPT, Disturbance, keep, write_noted

pytestmark = pytest.mark.django_db


def test_what_several_processes_noted_adds_up():
    for seconds in (3.0, 8.0, 5.0):
        note(Kind.SLOW_QUERY, "SELECT a", "b.py:1 c", seconds)
        write_noted()

    (seen,) = Disturbance.objects.seen(Kind.SLOW_QUERY)

    assert (seen.what, seen.place, seen.count, seen.longest) == ("SELECT a", "b.py:1 c", 3, 8.0)
    assert seen.first_at < seen.last_at
    assert Disturbance.objects.seen(Kind.ERROR) == []


def test_what_cannot_be_written_now_is_written_later(monkeypatch):
    note(Kind.ERROR, "ValueError", "a.py:1 b")
    with monkeypatch.context() as away:
        away.setattr(record, "_write", refuse)
        write_noted()
    assert not Disturbance.objects.exists()

    write_noted()

    assert Disturbance.objects.get().count == 1


def refuse(*_):
    raise DatabaseError


def test_a_day_keeps_so_many_kinds_and_counts_the_rest_together(monkeypatch):
    monkeypatch.setattr(record, "MOST_A_DAY", 2)
    for number in range(5):
        note(Kind.ERROR, f"fout {number}", "")
        write_noted()

    assert {seen.what: seen.count for seen in Disturbance.objects.seen(Kind.ERROR)} == {
        "fout 0": 1,
        "fout 1": 1,
        OTHER: 3,
    }


def test_what_is_old_goes_and_the_clock_writes_its_own():
    at = timezone.now()
    for days in (DAYS_KEPT, DAYS_KEPT + 1):
        day = timezone.localdate(at) - timedelta(days=days)
        Disturbance.objects.create(day=day, kind=Kind.ERROR, what=f"{days}", first_at=at, last_at=at)
    note(Kind.ERROR, "van nu", "")

    keep(at)
    keep(at)

    assert {row.what for row in Disturbance.objects.all()} == {f"{DAYS_KEPT}", "van nu"}
    assert take() == {}
