"""Between a message and the file that tells it: whatever stops there, what was superseded is never shown as now."""

import errno
import os

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.utils import timezone

from campagne.incidents.course import Kind
from campagne.incidents.raising import Wanted, end, update
from campagne.incidents.telling import PATHS
from campagne.serving.models import Generation
from campagne.serving.store import running
from campagne.serving.store.address import ABOUT_NOW
from campagne.serving.store.front import PagesFirst, Store
from campagne.serving.store.making import Maker
from tests.serving.store.conftest import HOST, Reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def started(tmp_path):
    """Start a web process on the files that are there: `started()` gives a reader of it; all share the database."""
    at_ends = (request_started, request_finished)
    for each in at_ends:
        each.disconnect(close_old_connections)

    def start() -> Reader:
        store = Store(Maker(get_wsgi_application(), "http"), tmp_path)
        reader = Reader(PagesFirst(get_wsgi_application(), store, lambda address: None, {HOST}))
        reader.store = store
        return reader

    yield start
    for each in at_ends:
        each.connect(close_old_connections)


def look(*readers: Reader) -> None:
    for reader in readers:
        reader.store.watch.learn(Generation.objects.moment())


def test_of_two_processes_neither_shows_what_was_superseded(started, officers):
    first, second = started(), started()
    incident = officers.raised(area="Urmond")
    look(first, second)
    before = [reader.get(path).text for reader in (first, second) for path in ("/nu/", "/")]
    update(incident.pk, 1, Wanted("Elsloo", incident.ends_at), officers.first, timezone.now())
    look(first, second)

    after = [reader.get(path).text for reader in (first, second) for path in ("/nu/", "/")]

    assert all("Urmond" in text for text in before)
    assert [text for text in after if "Urmond" in text or "Elsloo" not in text] == []


def test_killed_after_the_commit_nothing_that_was_withdrawn_is_shown_at_the_next_start(started, officers):
    incident = officers.raised(area="Urmond")
    running_before = started()
    look(running_before)
    assert "Urmond" in running_before.get("/nu/").text
    end(incident.pk, 1, Kind.WITHDRAWAL, officers.first, timezone.now(), "vals alarm")
    connection.run_on_commit.clear()  # Killed: what comes after the commit is never done.

    after = started()
    look(after)

    assert "Ingetrokken" in after.get("/nu/").text
    assert 'data-is="live"' not in after.get("/").text


def test_with_a_full_disk_the_newest_is_given_from_memory(started, officers, monkeypatch):
    reader = started()
    incident = officers.raised(area="Urmond")
    look(reader)
    reader.get("/nu/")
    update(incident.pk, 1, Wanted("Elsloo", incident.ends_at), officers.first, timezone.now())
    look(reader)
    monkeypatch.setattr(os, "fsync", no_room)

    told = [reader.get("/nu/").text for _ in range(2)]

    assert all("Elsloo" in text and "Urmond" not in text for text in told)
    assert list(reader.store.shelf.folder.rglob("*.new")) == []


def no_room(_) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_what_is_made_at_each_change_is_what_stands_on_disk_for_certain():
    assert PATHS == ABOUT_NOW


def test_the_clock_makes_what_it_ended_by_itself(started, officers, monkeypatch):
    reader = started()
    officers.raised(area="Urmond")
    look(reader)
    monkeypatch.setattr(running, "_store", reader.store)
    monkeypatch.setattr(running, "_renewal", None)

    running.make_paths_now(["/nu/"])

    assert [page.address.path for page in reader.store.shelf.on_disk()] == ["/nu/"]


def test_what_an_exercise_shows_is_not_counted(started, officers):
    officers.raised(is_exercise=True)
    reader = started()
    look(reader)
    exercise = reader.get("/nu/")
    [page] = reader.store.shelf.pages.values()
    officers.raised()
    look(reader)
    reader.get("/nu/")
    [real] = reader.store.shelf.pages.values()

    assert (exercise.status, page.is_counted, real.is_counted) == (200, False, True)
