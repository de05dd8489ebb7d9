"""When a backup is due, and that a drill fails loudly."""

import json
import logging
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from campagne.serving.backup.beside import Beside, Failed
from campagne.serving.backup.drilling import Drill, drill_when_due, is_due, last_drill
from campagne.serving.backup.making import make_backup
from campagne.serving.backup.nightly import UNTIL_LOOKED, due, keep_backups, pause_when_it_takes
from campagne.serving.backup.shelf import Kept
from tests.serving.backup.test_making import AT, silent
from tests.serving.test_processes import eventually

HERE = ZoneInfo("Europe/Amsterdam")
WHOLE, RECENT, NOTHING = ["backup"], ["backup", "--recent"], []


def moment(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=HERE)


@pytest.mark.once
@pytest.mark.parametrize(
    ("whole", "recent", "at", "changed", "expected"),
    [
        pytest.param(None, None, "30T12:00", True, WHOLE, id="none yet"),
        pytest.param("29T02:31", "30T02:28", "30T02:30", True, WHOLE, id="a new night"),
        pytest.param("29T02:31", "30T02:20", "30T02:29", True, RECENT, id="not night yet"),
        pytest.param("30T02:31", None, "30T02:34", True, NOTHING, id="a moment ago"),
        pytest.param("30T02:31", None, "30T02:35", True, RECENT, id="four minutes ago"),
        pytest.param("30T02:31", "30T11:58", "30T12:00", True, NOTHING, id="two minutes after the last"),
        pytest.param("30T02:31", None, "30T12:00", False, NOTHING, id="nothing was written"),
        pytest.param("28T23:00", None, "30T01:30", False, WHOLE, id="a night was missed"),
    ],
)
def test_what_is_due(whole, recent, at, changed, expected):
    kept = [(recent, False), (whole, True)]
    backups = [Kept(Path(), moment(text), is_whole) for text, is_whole in kept if text]

    assert due(backups, moment(at), lambda since: changed) == expected


@pytest.mark.once
@pytest.mark.parametrize("took", [0, 10, 60, 120])
def test_at_most_five_minutes_are_lost_however_long_a_backup_takes(took):
    seconds = timedelta(seconds=took)

    assert pause_when_it_takes(seconds) + UNTIL_LOOKED + seconds <= timedelta(minutes=5)


@pytest.mark.once
def test_a_backup_says_how_long_it_took(tmp_path):
    (tmp_path / "backup").touch()
    made = datetime.fromtimestamp((tmp_path / "backup").stat().st_mtime, HERE) - timedelta(seconds=90)

    assert Kept(tmp_path / "backup", made, True).took == timedelta(seconds=90)
    assert Kept(tmp_path / "backup", made + timedelta(days=1), True).took == timedelta(0)


@pytest.mark.once
@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param(None, True, id="never"),
        pytest.param(Drill((AT - timedelta(days=6)).isoformat(), "a", ""), False, id="six days ago"),
        pytest.param(Drill((AT - timedelta(days=7)).isoformat(), "a", ""), True, id="a week ago"),
        pytest.param(Drill(AT.isoformat(), "a", "stuk"), True, id="the last one failed"),
    ],
)
def test_when_a_drill_is_due(last, expected):
    assert is_due(last, AT) is expected


@pytest.mark.once
def test_without_a_folder_the_clock_does_nothing(settings):
    settings.BACKUP_DIR = None

    keep_backups(timezone.now())
    drill_when_due(timezone.now())


def test_a_drill_with_a_spoiled_backup_fails_loudly_and_is_written_down(inside, shelf):
    file = make_backup(shelf, AT, silent)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)

    with pytest.raises(CommandError, match=f"De proef met {file.name} mislukte"):
        call_command("drill", folder=shelf.folder)

    assert last_drill(shelf.folder).fault
    assert last_drill(shelf.folder).file == file.name
    assert not list(Path(inside.settings_dict["NAME"]).parent.glob(".bezig-*"))


@pytest.mark.once
def test_a_drill_without_a_backup_fails_too(inside, shelf):
    with pytest.raises(CommandError, match="geen backup"):
        call_command("drill", folder=shelf.folder)


@pytest.mark.once
@pytest.mark.parametrize("written", ["", "{}", "[]", json.dumps({"at": 1})])
def test_a_note_that_cannot_be_read_is_no_drill(tmp_path, written):
    (tmp_path / "proef.json").write_text(written)

    assert last_drill(tmp_path) is None


@pytest.mark.once
def test_what_fails_beside_the_clock_fails_until_it_goes_well(caplog):
    work = Beside()
    assert work.look()

    work.start(["backup", "--to", "/proc/kan-niet"])

    assert eventually(lambda: work.look() or work._process is None, seconds=60)
    with pytest.raises(Failed):
        work.tell()
    assert not work.look()
    assert any("/proc/kan-niet" in record.getMessage() for record in caplog.records if record.levelno == logging.ERROR)
