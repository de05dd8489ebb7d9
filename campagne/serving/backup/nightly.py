"""Backups that nobody has to ask for: a whole one every night, and every few minutes what came since."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from campagne.serving.backup.beside import Beside
from campagne.serving.backup.shelf import BackupFolder, Kept

AT_NIGHT = time(2, 30)
LONGEST_WITHOUT = timedelta(hours=26)
# What is lost at most, and how long the clock may be busy with something else before it looks again.
MOST_LOST, UNTIL_LOOKED = timedelta(minutes=5), timedelta(seconds=30)
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(minutes=4)
_beside = Beside()


def keep_backups(at: datetime) -> None:
    """Start the backup that is due, and raise as long as the last one failed. Nothing without BACKUP_DIR."""
    if not settings.BACKUP_DIR:
        return
    if _beside.look():
        backups = BackupFolder(settings.BACKUP_DIR).backups()
        if command := due(backups, timezone.localtime(at), _has_changed, pause_after(backups)):
            _beside.start(command)
    _beside.tell()


def pause_after(backups: list[Kept]) -> timedelta:
    """From the moment of the last backup to that of the next: what that one took is lost as well, if it fails."""
    return pause_when_it_takes(backups[0].took if backups else timedelta(0))


def pause_when_it_takes(took: timedelta) -> timedelta:
    """The next may take a quarter longer."""
    return max(SHORTEST_PAUSE, min(LONGEST_PAUSE, MOST_LOST - UNTIL_LOOKED - took * 1.25))


def due(
    backups: list[Kept], at: datetime, has_changed: Callable[[datetime], bool], pause: timedelta = LONGEST_PAUSE
) -> list[str]:
    """The command that is due at the local moment `at`; empty when none is. `backups` has the newest first."""
    whole = next((each.made_at for each in backups if each.is_whole), None)
    if whole is None or at - whole > LONGEST_WITHOUT:
        return ["backup"]
    if whole.astimezone(at.tzinfo).date() < at.date() and at.time() >= AT_NIGHT:
        return ["backup"]
    last = backups[0].made_at
    return ["backup", "--recent"] if at - last >= pause and has_changed(last) else []


def _has_changed(since: datetime) -> bool:
    """Tell whether SQLite wrote since then; PostgreSQL is not asked and may have."""
    if connection.vendor != "sqlite":
        return True
    name = str(connection.settings_dict["NAME"])
    files = [file for file in (Path(name), Path(f"{name}-wal")) if file.exists()]
    return any(file.stat().st_mtime >= since.timestamp() for file in files)
