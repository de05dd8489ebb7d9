"""A database of its own, which a test may stop, lock, freeze or spoil."""

from contextlib import ExitStack, contextmanager

import pytest
from django.db import connections
from django.db.utils import ConnectionHandler

from campagne.backing import database
from tests.postgresql import cluster


@pytest.fixture(scope="session")
def own_postgresql():
    with cluster() as running:
        yield running


@contextmanager
def instead(address: str):
    """Let `connection` of this thread lead to another database."""
    usual = connections["default"]
    connections["default"] = ConnectionHandler({"default": database(address)})["default"]
    try:
        yield connections["default"]
    finally:
        connections["default"].close()
        connections["default"] = usual


@pytest.fixture
def notebook(request, tmp_path, django_db_blocker):
    """A database with one table `note`: `notebook("sqlite")` gives its file, `notebook("postgresql")` its cluster."""
    with ExitStack() as opened:
        opened.enter_context(django_db_blocker.unblock())

        def open_notebook(kind: str):
            held = tmp_path / "notes.sqlite3" if kind == "sqlite" else request.getfixturevalue("own_postgresql")
            address = f"sqlite:///{held}" if kind == "sqlite" else held.address
            cursor = opened.enter_context(instead(address)).cursor()
            cursor.execute("DROP TABLE IF EXISTS note")
            cursor.execute("CREATE TABLE note (text varchar(20))")
            return held

        yield open_notebook
