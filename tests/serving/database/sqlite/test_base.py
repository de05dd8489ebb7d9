"""Many writers of one SQLite file all get their turn, and a forgotten turn passes on by itself."""

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from campagne import backing

pytestmark = pytest.mark.once
WRITERS, EACH = 32, 20


@pytest.fixture
def connections(tmp_path, django_db_blocker):
    """A handler that gives each thread its own connection to one file with a counter."""
    with django_db_blocker.unblock():
        handler = ConnectionHandler({"default": backing.database(f"sqlite:///{tmp_path / 'turns.sqlite3'}")})
        handler["default"].cursor().execute("CREATE TABLE counter (value integer)")
        handler["default"].cursor().execute("INSERT INTO counter VALUES (0)")
        yield handler
        handler["default"].close()


def begin(connection):
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(connection):
    connection.commit()
    connection.set_autocommit(True)


def test_a_burst_of_writers_fails_nobody(connections):
    def add():
        connection = connections["default"]
        for number in range(EACH):
            if number % 2:
                connection.cursor().execute("UPDATE counter SET value = value + 1")
                continue
            begin(connection)
            connection.cursor().execute("SELECT value FROM counter")
            connection.cursor().execute("UPDATE counter SET value = value + 1")
            end(connection)
        connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        for writer in [pool.submit(add) for _ in range(WRITERS)]:
            writer.result()

    cursor = connections["default"].cursor()
    assert cursor.execute("SELECT value FROM counter").fetchone() == (WRITERS * EACH,)


def test_a_thread_that_dies_in_a_transaction_lets_the_next_one_write(connections):
    dying = Thread(target=lambda: begin(connections["default"]))
    dying.start()
    dying.join()
    gc.collect()

    connections["default"].cursor().execute("UPDATE counter SET value = 7")


def test_who_waits_too_long_is_told_that_the_database_is_locked(connections):
    connections["default"].settings_dict["OPTIONS"]["timeout"] = 0.05
    begin(connections["default"])

    def write():
        connection = connections["default"]
        connection.settings_dict["OPTIONS"]["timeout"] = 0.05
        with pytest.raises(OperationalError, match="locked"):
            connection.cursor().execute("UPDATE counter SET value = 7")
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(write).result()
    end(connections["default"])


def test_a_connection_is_set_as_asked(connections):
    asked = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}

    cursor = connections["default"].cursor()

    assert {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in asked} == asked
