"""What was backed up comes back whole and proved to work; whatever else is asked leaves nothing."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command

from campagne.serving.backup.archive import DATABASE, MANIFEST, manifest_of, packing, unpack
from campagne.serving.backup.making import make_backup
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.restoring import restore
from campagne.serving.backup.sealing import new_identity
from campagne.serving.management.commands.restore import next_steps
from tests.running_site import RunningSite
from tests.serving.backup.conftest import UPLOAD, stopped_by_hand
from tests.serving.backup.test_making import AT, silent
from tests.serving.conftest import instead


@pytest.fixture
def empty_address(inside):
    """Nothing for SQLite; a new database on the same server for PostgreSQL."""
    if inside.vendor == "sqlite":
        yield ""
        return
    name = f"restored_{os.getpid()}"
    server = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(server.geturl(), autocommit=True) as administrator:
        administrator.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(server._replace(path=f"/{name}"))
        administrator.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def backup(inside, shelf):
    return make_backup(shelf, AT, silent)


def test_everything_comes_back_and_the_site_works_there(inside, installation, shelf, tmp_path, settings, empty_address):
    key, into = new_identity(tmp_path / "key"), tmp_path / "new"
    settings.BACKUP_KEY = str(key.to_public())
    whole = make_backup(shelf, AT, silent)
    (installation.folder / "media" / "images" / "later.webp").write_bytes(b"later")
    recent = make_backup(shelf, AT + timedelta(minutes=5), silent, base=shelf.newest_whole())
    (installation.folder / "media" / "images" / "later.webp").unlink()
    site = RunningSite("", installation.environment)

    asked = [
        "--into",
        str(into),
        "--key",
        str(tmp_path / "key"),
        *(["--database", empty_address] if empty_address else []),
    ]
    said = site.manage("restore", str(recent), *asked)

    assert "Proef geslaagd: de voorpagina, wat nu te doen, inloggen, gereed." in said
    assert f"DATA_DIR={into}" in said
    assert (into / "media/images/een.webp").read_bytes() == UPLOAD
    assert (into / "media/images/later.webp").read_bytes() == b"later"
    assert not {"static", "proef.log", "database"} & {file.name for file in into.iterdir()}
    with instead(empty_address or f"sqlite:///{into / 'database.sqlite3'}") as back, back.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM wagtailcore_page")
        assert cursor.fetchone()[0] == unpack(whole, [key])[0].rows["wagtailcore_page"]


def test_without_the_old_key_whoever_has_a_second_step_is_let_in_again(backup, tmp_path):
    open_backup = manifest_of(backup, [])

    told = " ".join(next_steps(open_backup, tmp_path, ""))
    with_its_key = " ".join(next_steps(replace(open_backup, has_secrets=True), tmp_path, ""))

    assert "voor ieder met een tweede stap: manage.py reset_second_factor NAAM" in told
    assert "reset_second_factor" not in with_its_key


def test_what_is_stopped_by_hand_leaves_nothing(backup, installation, tmp_path, empty_address):
    asked = ["--into", str(tmp_path / "new"), *(["--database", empty_address] if empty_address else [])]

    said = stopped_by_hand(["restore", str(backup), *asked], installation.environment, "Uitpakken")

    assert said == ["Afgebroken. Er is niets teruggezet."]
    assert [each.name for each in tmp_path.iterdir()] == ["backups"]


def test_a_place_where_something_stands_is_refused(backup, tmp_path):
    (tmp_path / "filled").mkdir()
    (tmp_path / "filled" / "mine").write_text("mine")

    with pytest.raises(Refused, match=r"niet leeg\. Er wordt niets overschreven"):
        restore(backup, tmp_path / "filled", "", [], silent)

    assert (tmp_path / "filled" / "mine").read_text() == "mine"


def test_a_database_where_something_stands_is_refused(backup, inside, installation, tmp_path):
    expected = "staan al .* tabellen" if inside.vendor == "postgresql" else "zonder --database"

    with pytest.raises(Refused, match=expected):
        restore(backup, tmp_path / "new", installation.address, [], silent)


def test_a_backup_of_newer_code_is_refused(backup, tmp_path):
    newer = tmp_path / "newer.tar.gz"
    ours = manifest_of(backup, [])
    with packing(newer, []) as pack:
        pack.add_bytes(MANIFEST, replace(ours, migrations=(*ours.migrations, "quiz.9999_later")).as_json())

    with pytest.raises(Refused, match=r"nieuwere code.*quiz\.9999_later"):
        restore(newer, tmp_path / "new", "", [], silent)


def test_a_database_that_is_not_what_the_manifest_says_leaves_nothing(backup, inside, tmp_path, empty_address):
    unpack(backup, [], tmp_path / "out")
    ours = manifest_of(backup, [])
    with packing(tmp_path / "wrong.tar.gz", []) as pack:
        pack.add_bytes(MANIFEST, replace(ours, rows={**ours.rows, "wagtailcore_page": 999}).as_json())
        pack.add_file(DATABASE, tmp_path / "out" / DATABASE)

    with pytest.raises(Refused, match=r"wagtailcore_page: .* in plaats van 999"):
        restore(tmp_path / "wrong.tar.gz", tmp_path / "new", empty_address, [], silent)

    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".bezig*"))
    if empty_address:
        with psycopg.connect(empty_address) as server:
            assert server.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_a_spoiled_backup_leaves_nothing(backup, tmp_path, empty_address):
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.write_bytes(content)

    with pytest.raises(Refused):
        restore(backup, tmp_path / "new", empty_address, [], silent)

    assert not (tmp_path / "new").exists()
    assert not list(tmp_path.glob(".bezig*"))


@pytest.mark.once
def test_what_adds_to_a_backup_that_is_gone_says_which(backup, inside, shelf, tmp_path):
    recent = make_backup(shelf, datetime(2026, 12, 1, tzinfo=UTC), silent, base=shelf.newest_whole())
    backup.unlink()

    with pytest.raises(Refused, match=f"hoort bij {backup.name}"):
        restore(recent, tmp_path / "new", "", [], silent)


@pytest.mark.once
def test_the_command_says_that_nothing_changed(tmp_path):
    with pytest.raises(CommandError, match=r"is niet te lezen.*Er is niets veranderd"):
        call_command("restore", tmp_path / "nothing", into=tmp_path / "new")
