"""What stands behind the processes is checked before they start, and a refusal says what to do."""

from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import connection, connections

from campagne.serving.database import checks

MOUNTS = """\
/dev/vda1 / ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
server:/data /srv/weer\\040baar nfs4 rw 0 0
"""


def ids(messages):
    return [message.id for message in messages]


@pytest.mark.parametrize(
    ("version", "is_faulty"),
    [
        pytest.param((3, 40, 1), True, id="Debian 12"),
        pytest.param((3, 51, 1), True, id="pysqlite3-binary"),
        pytest.param((3, 51, 2), True, id="the last with the fault"),
        pytest.param((3, 51, 3), False, id="mended"),
        pytest.param((3, 53, 4), False, id="ours"),
        pytest.param((3, 50, 6), True, id="an older line before it was mended"),
        pytest.param((3, 50, 7), False, id="an older line, mended"),
        pytest.param((3, 44, 6), False, id="the oldest line that was mended"),
        pytest.param((3, 45, 9), True, id="a line that was never mended"),
    ],
)
def test_an_sqlite_that_can_spoil_a_database_is_known_by_its_version(version, is_faulty):
    assert checks.loses_writes(version) is is_faulty


@pytest.mark.once
def test_a_faulty_sqlite_refuses_to_start(monkeypatch):
    monkeypatch.setattr(connection.Database, "sqlite_version_info", (3, 40, 1))

    (error,) = checks.sqlite_is_mended()

    assert (error.id, error.is_serious()) == ("serving.E001", True)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/srv/weer baar/var", "nfs4"), ("/srv/weer", "ext4"), ("/run/campagne", "tmpfs"), ("/", "ext4")],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(path, kind):
    assert checks.file_system_of(Path(path), MOUNTS) == kind


def test_all_is_well_here(db):
    messages = run_checks(databases=["default"])

    assert [found for found in ids(messages) if found.startswith("serving.")] == []


@pytest.mark.once
def test_an_sqlite_that_keeps_another_journal_is_an_error(db, monkeypatch):
    monkeypatch.setitem(checks.WANTED, "journal_mode", "delete")
    monkeypatch.setattr(connections["default"], "transaction_mode", None)

    messages = checks.database_does_as_asked(databases=["default"])

    assert ids(messages) == ["serving.E003", "serving.E003"]
    assert "journal_mode = wal" in messages[0].msg
    assert "transaction_mode = None" in messages[1].msg


def test_the_database_is_only_asked_when_it_may_be():
    assert checks.database_does_as_asked(databases=[]) == []


def test_an_old_postgresql_is_an_error(db, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("says something about PostgreSQL")
    monkeypatch.setattr(checks, "OLDEST_POSTGRESQL", 990000)

    assert ids(checks.database_does_as_asked(databases=["default"])) == ["serving.E004"]


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "hosts", "found"),
    [
        pytest.param("https://weerbaar.example", ["localhost"], ["serving.W002"], id="forgotten"),
        pytest.param("https://weerbaar.example:8443", ["weerbaar.example"], [], id="named"),
        pytest.param("https://www.weerbaar.example", [".weerbaar.example"], [], id="with all below it"),
    ],
)
def test_a_site_that_would_refuse_its_own_address_is_told_so(settings, address, hosts, found):
    settings.SITE_URL, settings.ALLOWED_HOSTS = address, hosts

    assert ids(checks.site_answers_to_its_address()) == found
