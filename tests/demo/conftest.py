"""The catalogue of the demo, read once; and an installation with the demo in it."""

import re
from dataclasses import dataclass, field
from io import StringIO

import pytest
from django.core.management import call_command

from campagne.content.models import QuizPage
from campagne.demo import tree
from campagne.demo.catalogue import read_catalogue
from tests.founded import AS_MIGRATED, bring_the_founded_region, keep_with

WITH_DEMO = "kept_demo"
PAGES_BEFORE_IT_STOPS = 19
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


@dataclass
class Loading:
    """What was printed, and how many quizzes had a page when loading was stopped."""

    printed: StringIO = field(default_factory=StringIO)
    quizzes_half_way: int = 0

    def stop_and_finish(self) -> None:
        """Load in two goes, as somebody does who pressed Ctrl-C; the running site is loaded in one."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tree, "put_page", stopping_after(PAGES_BEFORE_IT_STOPS))
            with pytest.raises(KeyboardInterrupt):
                call_command("load_demo", stdout=self.printed)
        self.quizzes_half_way = QuizPage.objects.count()
        call_command("load_demo", stdout=self.printed)


def stopping_after(number: int):
    put_page, left = tree.put_page, iter(range(number))

    def put(*arguments):
        if next(left, None) is None:
            raise KeyboardInterrupt
        return put_page(*arguments)

    return put


@pytest.fixture(scope="session")
def kept_demo(django_db_setup, django_db_blocker) -> Loading:
    """Load the demo once for all tests here, and keep its rows."""
    loading = Loading()
    with django_db_blocker.unblock():
        keep_with(WITH_DEMO, loading.stop_and_finish, to=AS_MIGRATED)
    return loading


@pytest.fixture
def demo(kept_demo, db):
    """The loaded demo, as new for each test; the passwords by name."""
    bring_the_founded_region(WITH_DEMO)
    return dict(PASSWORD_LINE.findall(kept_demo.printed.getvalue()))
