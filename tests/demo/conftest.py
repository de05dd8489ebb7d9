"""The catalogue of the demo, read once; and an installation with the demo in it."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from campagne.demo.catalogue import read_catalogue

PASSWORD_LINE = re.compile(r"^\s+(\S+)\s+(\S+)$", re.MULTILINE)


@pytest.fixture(scope="session")
def catalogue():
    return read_catalogue()


@pytest.fixture
def load_demo(db, capsys):
    """Load the demo and give what was printed."""

    def load() -> str:
        call_command("load_demo")
        return capsys.readouterr().out

    return load


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """The demo in the database for as long as a module's tests last; the passwords by name."""
    with django_db_blocker.unblock(), transaction.atomic():
        printed = StringIO()
        call_command("load_demo", stdout=printed)
        yield dict(PASSWORD_LINE.findall(printed.getvalue()))
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded_once, db):
    """The loaded demo, as new for each test."""
    return loaded_once
