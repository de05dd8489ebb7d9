"""A command on a database that is empty, older or away says so in a sentence."""

import pytest

from campagne.serving.command_line import execute, told_of_stop
from tests.serving.conftest import instead

pytestmark = pytest.mark.once
COMMANDS = [
    "count_inbox",
    "verify_versions",
    "anonymise",
    "serve",
    "clock",
    "archive_site x",
    "backup --to x",
    "load_demo",
]


@pytest.fixture
def empty(tmp_path, settings, django_db_blocker, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings.DATA_DIR, settings.BACKUP_DIR = tmp_path, tmp_path / "backups"
    with django_db_blocker.unblock(), instead(f"sqlite:///{tmp_path / 'empty.sqlite3'}") as opened:
        yield opened


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_database_is_said_with_what_to_do(empty, command, capsys):
    with pytest.raises(SystemExit) as ended:
        execute(["manage.py", *command.split()])

    said = f"{ended.value.code} {capsys.readouterr().err}"
    assert "manage.py migrate" in said or "in deze database staat geen site" in said.lower()
    assert "Traceback" not in said


def test_a_database_that_is_away_is_said(empty, tmp_path):
    (tmp_path / "empty.sqlite3").write_bytes(b"This was a database once. " * 3000)

    with pytest.raises(SystemExit, match=r"De database antwoordt niet.*DATABASE_URL"):
        execute(["manage.py", "count_inbox"])


@pytest.mark.parametrize(
    ("command", "told"),
    [
        pytest.param("backup", "Afgebroken. Er blijft geen halve backup staan.", id="something to tell"),
        pytest.param("count_inbox", "Afgebroken.", id="nothing to tell"),
        pytest.param("", "Afgebroken.", id="no command at all"),
    ],
)
def test_what_is_stopped_by_hand_says_what_is_left(command, told):
    assert told_of_stop(["manage.py", *command.split()]) == told


@pytest.mark.parametrize("command", ["count_inbox --traceback", "migrate serving 0001"])
def test_who_asks_for_the_trace_or_changes_the_database_reads_the_error_itself(empty, command):
    with empty.cursor() as cursor:
        cursor.execute("CREATE TABLE serving_installation (id integer)")

    with pytest.raises(Exception, match=r"no such table|already exists"):
        execute(["manage.py", *command.split()])
