"""A database that is stopped, silent, locked or replaced gives a kind page in time, and all works again afterwards."""

import json
import logging
import os
import re
import time

import pysqlite3
import pytest
from django.db import close_old_connections
from django.test import Client

from campagne.measurement.stamp import stamp_for
from campagne.serving.database import outage
from campagne.serving.sometimes_logged import SometimesLogged
from tests.measurement.conftest import BROWSER

pytestmark = [pytest.mark.once, pytest.mark.urls("tests.serving.database.outage_urls")]
# Asked are three; the machine may be doing other things. Without our limits it would be half a minute or more.
MOST_SECONDS = 12
GARBAGE = b"This was a database once. " * 3000
ADDRESSES = ["/read/", "/write/", "/beheer/draw/"]


@pytest.fixture
def ask(settings):
    """Send one request as the web server does; give the answer and how long it took."""
    settings.ROOT_URLCONF = "tests.serving.database.outage_urls"
    client = Client(raise_request_exception=False)

    def send(path: str):
        close_old_connections()
        began = time.monotonic()
        answer = client.post(path) if path == "/write/" else client.get(path)
        close_old_connections()
        return answer, time.monotonic() - began

    return send


def assert_kind(answer, seconds):
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert "wat u had ingevuld staat er dan nog" in answer.content.decode()
    assert seconds < MOST_SECONDS


def assert_works(ask, notes):
    assert [ask(path)[0].content.decode() for path in ADDRESSES] == [str(notes), "bewaard", str(notes + 1)]


def test_a_stopped_postgresql_is_a_kind_page_until_it_runs_again(notebook, ask):
    server = notebook("postgresql")
    assert_works(ask, 0)

    server.stop()
    try:
        for path in ADDRESSES:
            assert_kind(*ask(path))
    finally:
        server.start()

    assert_works(ask, 1)


def test_a_silent_postgresql_is_given_up_in_time(notebook, ask):
    server = notebook("postgresql")
    assert_works(ask, 0)

    with server.frozen():
        assert_kind(*ask("/read/"))

    assert_works(ask, 1)


def test_a_row_that_stays_locked_in_postgresql_is_given_up_in_time(notebook, ask):
    import psycopg

    server = notebook("postgresql")
    with psycopg.connect(server.address) as other:
        other.execute("LOCK TABLE note")
        assert_kind(*ask("/write/"))

    assert_works(ask, 0)


def test_a_locked_sqlite_refuses_writing_and_goes_on_reading(notebook, ask):
    other = pysqlite3.connect(notebook("sqlite"), isolation_level=None)

    other.execute("BEGIN IMMEDIATE")
    assert_kind(*ask("/write/"))
    assert ask("/read/")[0].content == b"0"
    other.execute("ROLLBACK")

    assert_works(ask, 0)


def move_away(file):
    kept = file.rename(file.with_name("kept"))
    file.write_bytes(GARBAGE)
    return lambda: os.replace(kept, file)


def take_away(file):
    kept = file.rename(file.with_name("kept"))
    return lambda: os.replace(kept, file)


def overwrite(file):
    kept = file.read_bytes()
    with file.open("r+b") as opened:
        opened.write(GARBAGE)

    def put_back():
        with file.open("r+b") as opened:
            opened.write(kept)
            opened.truncate()

    return put_back


@pytest.mark.parametrize("spoil", [move_away, take_away, overwrite])
def test_a_spoiled_sqlite_takes_no_writes_and_loses_none_when_it_is_put_back(notebook, ask, spoil):
    put_back = spoil(notebook("sqlite"))

    for path in ADDRESSES:
        assert_kind(*ask(path))
    put_back()

    assert_works(ask, 0)


def test_a_visit_that_cannot_be_stored_is_answered_in_a_few_words(notebook, client):
    notebook("sqlite").write_bytes(GARBAGE)
    message = {
        "kind": "view",
        "page": 1,
        "revision": 0,
        "step": 0,
        "stamp": stamp_for(1, 0, 0),
        "nonce": "k3v9k3v9k3v9",
    }
    body = json.dumps({**message, "entry": True, "after": 0}).encode()

    answer = client.post("/m", body, content_type="text/plain", headers=BROWSER)

    assert (answer.status_code, answer.content.decode(), answer["Retry-After"]) == (503, "Even te druk.", "60")


def test_a_fault_of_our_own_stays_a_fault(ask):
    answer, _ = ask("/fail/")

    assert (answer.status_code, answer.has_header("Retry-After")) == (500, False)
    assert "Storingen en traagheid" not in answer.content.decode()


def test_who_works_here_reads_when_it_was_and_who_can_look_it_up(ask):
    answer, _ = ask("/beheer/fail/")

    assert answer.status_code == 500
    assert re.search(r"dat het om \d\d:\d\d uur was.*Storingen en traagheid", answer.content.decode())


def test_an_outage_is_one_line_in_the_log(notebook, ask, caplog, monkeypatch):
    fresh = SometimesLogged(logging.getLogger("campagne.serving.database.outage"), "the database fails", 600)
    monkeypatch.setattr(outage, "_log", fresh)
    notebook("sqlite").write_bytes(GARBAGE)

    with caplog.at_level(logging.WARNING):
        for path in ADDRESSES:
            ask(path)

    assert [record.name for record in caplog.records] == ["campagne.serving.database.outage"]
    assert caplog.records[0].exc_info is None
