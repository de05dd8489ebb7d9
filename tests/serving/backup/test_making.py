"""A backup holds one moment of everything, counts only when it was read back, and leaves no half."""

import errno
import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from threading import Event, Thread

import pysqlite3
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campagne.serving.backup.archive import DATABASE, SETTINGS, manifest_of, unpack
from campagne.serving.backup.databases import postgresql, sqlite
from campagne.serving.backup.making import make_backup
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.sealing import identities_in, new_identity
from campagne.serving.backup.shelf import UNFINISHED, BackupFolder
from tests.running_site import ROOT
from tests.serving.backup.conftest import UPLOAD, stopped_by_hand
from tests.serving.conftest import instead
from tests.serving.test_processes import eventually

AT = datetime(2026, 11, 30, 3, tzinfo=UTC)


def silent(line: str) -> None:
    pass


def test_it_holds_the_database_the_uploads_and_what_they_are(inside, shelf, tmp_path):
    file = make_backup(shelf, AT, silent)

    manifest, parts = unpack(file, [], tmp_path / "out")

    with inside.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM wagtailcore_page")
        assert manifest.rows["wagtailcore_page"] == cursor.fetchone()[0] > 1
    assert manifest.database == inside.vendor
    assert any(name.startswith("serving.0001") for name in manifest.migrations)
    assert {DATABASE, SETTINGS, "media/images/een.webp"} <= set(parts)
    assert (tmp_path / "out/media/images/een.webp").read_bytes() == UPLOAD
    assert [each.file for each in shelf.backups()] == [file]


def test_it_says_how_far_it_is(inside, shelf):
    said = []

    make_backup(shelf, AT, said.append)

    assert [line.split()[0] for line in said] == ["Database", "Inpakken:", "Teruglezen"]


def test_secrets_stay_out_of_what_anybody_can_open(inside, shelf, tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "zeer-geheim")
    monkeypatch.setenv("EMAIL_PORT", "25")

    unpack(make_backup(shelf, AT, silent), [], tmp_path / "out")

    told = (tmp_path / "out" / SETTINGS).read_text()
    assert "EMAIL_PORT=25" in told
    assert "zeer-geheim" not in told


def test_encrypted_it_holds_them_too_and_only_the_keys_open_it(inside, shelf, tmp_path, monkeypatch, settings):
    monkeypatch.setenv("SECRET_KEY", "zeer-geheim")
    key = new_identity(tmp_path / "key")
    settings.BACKUP_KEY = str(key.to_public())

    file = make_backup(shelf, AT, silent)

    assert file.suffix == ".age"
    assert unpack(file, identities_in(tmp_path / "key"), tmp_path / "out")[0].has_secrets
    assert "SECRET_KEY=zeer-geheim" in (tmp_path / "out" / SETTINGS).read_text()
    with pytest.raises(Refused, match="past niet"):
        manifest_of(file, [new_identity(tmp_path / "other")])


def test_it_is_of_one_moment_while_others_write(inside, installation, shelf, tmp_path, django_db_blocker):
    stop = Event()

    def write():
        with django_db_blocker.unblock(), instead(installation.address) as theirs, theirs.cursor() as cursor:
            while not stop.is_set():
                cursor.execute("UPDATE serving_generation SET number = number + 1")

    writer = Thread(target=write)
    writer.start()
    try:
        file = make_backup(shelf, AT, silent)
    finally:
        stop.set()
        writer.join()

    assert unpack(file, [])[0].rows["serving_generation"] == 1


def test_what_came_since_is_small_and_names_what_it_adds_to(inside, installation, shelf):
    whole = make_backup(shelf, AT, silent)
    (installation.folder / "media" / "images" / "twee.webp").write_bytes(b"nieuw")

    recent = make_backup(shelf, AT + timedelta(minutes=5), silent, base=shelf.newest_whole())

    manifest, parts = unpack(recent, [])
    assert manifest.base == whole.name
    assert "media/images/twee.webp" in parts
    assert "media/images/een.webp" not in parts


def test_what_is_spoiled_on_the_disk_is_not_given_a_name(inside, shelf, monkeypatch):
    def spoil(line):
        if line.startswith("Teruglezen"):
            (file,) = shelf.folder.glob(f"{UNFINISHED}*/*.tar.gz")
            content = bytearray(file.read_bytes())
            content[len(content) // 2] ^= 0xFF
            file.write_bytes(content)

    with pytest.raises(Refused):
        make_backup(shelf, AT, spoil)

    assert shelf.backups() == []
    assert not list(shelf.folder.glob(f"{UNFINISHED}*"))


@pytest.mark.once
def test_a_full_disk_leaves_nothing_and_says_so(inside, shelf):
    def fill(line):
        if line.startswith("Inpakken"):
            raise OSError(28, "No space left on device")

    with pytest.raises(Refused, match=r"de schijf is vol\. Maak ruimte"):
        make_backup(shelf, AT, fill)

    assert shelf.backups() == []
    assert not list(shelf.folder.glob(f"{UNFINISHED}*"))


@pytest.mark.once
def test_missing_rights_are_told_with_the_file_and_no_room_is_asked_for(inside, shelf):
    def refuse(line):
        raise PermissionError(errno.EACCES, "Permission denied", str(shelf.folder / ".slot"))

    with pytest.raises(Refused, match=r"geen rechten \(.*/\.slot\)\. Geef rechten, of draai dit als het account"):
        make_backup(shelf, AT, refuse)


@pytest.mark.once
@pytest.mark.parametrize("copy", [lambda source, into: sqlite.copy({"NAME": str(source)}, into), sqlite.duplicate])
def test_an_sqlite_that_does_not_fit_on_the_disk_says_so(tmp_path, copy):
    with closing(pysqlite3.connect(tmp_path / "source")) as source:
        source.execute("CREATE TABLE filled AS SELECT zeroblob(100000) AS content")
        source.commit()
    (tmp_path / "full").symlink_to("/dev/full")

    with pytest.raises(Refused, match=r"disk is full\)\. De schijf is vol\. Maak ruimte of kies een andere map\."):
        copy(tmp_path / "source", tmp_path / "full")


def test_a_postgresql_that_does_not_fit_on_the_disk_says_so(inside, tmp_path):
    if inside.vendor != "postgresql":
        pytest.skip("only PostgreSQL has a tool of its own")
    (tmp_path / "full").symlink_to("/dev/full")

    with pytest.raises(Refused, match=r"No space left on device\. De schijf is vol\. Maak ruimte"):
        postgresql.dump(inside.settings_dict, tmp_path / "full")


@pytest.mark.once
@pytest.mark.parametrize(
    ("in_the_way", "command", "told"),
    [
        pytest.param(".drill", ["drill", "--from"], "De proef is niet gedaan", id="drill"),
        pytest.param(".upgrade", ["upgrade", "--to"], "De upgrade is niet afgemaakt", id="upgrade"),
        pytest.param("static.collected", ["archive_site"], "Het archief is niet gemaakt", id="archive"),
        pytest.param("static.collected", ["serve", "--port", "0"], "De site start niet", id="serve"),
    ],
)
def test_a_data_dir_that_cannot_be_written_is_said_by_every_command(
    inside, shelf, tmp_path, settings, in_the_way, command, told
):
    settings.DATA_DIR = tmp_path / "data"
    (settings.DATA_DIR / in_the_way).mkdir(parents=True)
    (shelf.folder / f"backup-{AT:%Y%m%dT%H%M%S}Z.tar.gz").write_bytes(b"")
    places = {"drill": [str(shelf.folder)], "upgrade": [str(shelf.folder)], "archive_site": [str(tmp_path / "new")]}

    with pytest.raises(CommandError, match=rf"{told}: daar staat een map in de weg \(.*{in_the_way}\)\. Haal"):
        call_command(*command, *places.get(command[0], []))


@pytest.mark.once
def test_a_folder_that_cannot_be_is_refused(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(Refused, match="Kies een map"):
        BackupFolder(tmp_path / "file" / "below")


@pytest.mark.once
def test_without_a_folder_the_command_says_which_setting(settings):
    with pytest.raises(CommandError, match=r"--to MAP, of zet BACKUP_DIR"):
        call_command("backup", to=None)


@pytest.mark.once
def test_a_wrong_public_key_makes_no_backup(inside, shelf, settings):
    settings.BACKUP_KEY = "age1kapot"

    with pytest.raises(Refused, match="--new-key"):
        make_backup(shelf, AT, silent)


@pytest.mark.once
def test_two_at_a_time_is_one_too_many(inside, shelf):
    with shelf.working(AT), pytest.raises(Refused, match="al een backup gemaakt"):
        make_backup(shelf, AT + timedelta(seconds=1), silent)


def test_what_was_killed_leaves_nothing_that_counts_and_is_cleaned_up(inside, installation, shelf):
    process = subprocess.Popen(
        [sys.executable, "manage.py", "backup", "--to", str(shelf.folder)], cwd=ROOT, env=installation.environment
    )
    assert eventually(lambda: list(shelf.folder.glob(f"{UNFINISHED}*")), seconds=60)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert shelf.backups() == []

    make_backup(shelf, timezone.now(), silent)

    assert len(shelf.backups()) == 1
    assert not list(shelf.folder.glob(f"{UNFINISHED}*"))


@pytest.mark.parametrize("is_sealed", [True, False])
def test_what_is_stopped_by_hand_says_so_in_one_line_and_leaves_nothing(
    inside, installation, shelf, tmp_path, is_sealed
):
    key = str(new_identity(tmp_path / "key").to_public()) if is_sealed else ""

    said = stopped_by_hand(
        ["backup", "--to", str(shelf.folder)], {**installation.environment, "BACKUP_KEY": key}, "Inpakken"
    )

    assert said == ["Afgebroken. Er blijft geen halve backup staan."]
    assert shelf.backups() == []
    assert not list(shelf.folder.glob(f"{UNFINISHED}*"))


def test_old_ones_go_and_the_newest_never(inside, shelf, settings):
    for days in (40, 39, 2):
        (shelf.folder / f"backup-{AT - timedelta(days=days):%Y%m%dT%H%M%S}Z.tar.gz").write_bytes(b"")
    (shelf.folder / "van-iemand-anders.tar.gz").write_bytes(b"")
    settings.BACKUP_KEEP = [2, 0, 0]
    said = StringIO()

    call_command("backup", to=Path(shelf.folder), stdout=said)

    left = sorted(file.name for file in shelf.folder.iterdir() if not file.name.startswith("."))
    assert len(left) == 3
    assert "van-iemand-anders.tar.gz" in left
    assert said.getvalue().count("Opgeruimd") == 2
