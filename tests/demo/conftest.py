"""The catalogue of the demo, read once; and an installation with the demo in it."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from campagne.demo.catalogue import read_catalogue
from tests.founded import AS_MIGRATED, bring_the_founded_region, keep_with

WITH_DEMO = "kept_demo"
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


@pytest.fixture(scope="session")
def kept_demo(django_db_setup, django_db_blocker) -> str:
    """Load the demo once for all tests here, and keep its rows; what was printed."""
    printed = StringIO()
    with django_db_blocker.unblock():
        keep_with(WITH_DEMO, lambda: call_command("load_demo", stdout=printed), to=AS_MIGRATED)
    return printed.getvalue()


@pytest.fixture
def demo(kept_demo, db):
    """The loaded demo, as new for each test; the passwords by name."""
    bring_the_founded_region(WITH_DEMO)
    return dict(PASSWORD_LINE.findall(kept_demo))
