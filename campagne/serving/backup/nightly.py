"""Backups that nobody has to ask for: a whole one every night, and every few minutes what came since."""

from datetime import datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from campagne.serving.backup.beside import Beside
from campagne.serving.backup.shelf import BackupFolder, Kept

AT_NIGHT = time(2, 30)
LONGEST_WITHOUT = timedelta(hours=26)
# With the seconds that a backup takes and those until the clock looks again, at most five minutes are lost.
RECENT_AFTER = timedelta(minutes=4)
_beside = Beside()


def keep_backups(at: datetime) -> None:
    """Start the backup that is due, and raise as long as the last one failed. Nothing without BACKUP_DIR."""
    if not settings.BACKUP_DIR:
        return
    if _beside.look():
        backups = BackupFolder(settings.BACKUP_DIR).backups()
        if command := due(backups, timezone.localtime(at), has_changed=_has_changed):
            _beside.start(command)
    _beside.tell()


def due(backups: list[Kept], at: datetime, has_changed) -> list[str]:
    """The command that is due at the local moment `at`; empty when none is. `backups` has the newest first."""
    whole = next((each.made_at for each in backups if each.is_whole), None)
    if whole is None or at - whole > LONGEST_WITHOUT:
        return ["backup"]
    if whole.astimezone(at.tzinfo).date() < at.date() and at.time() >= AT_NIGHT:
        return ["backup"]
    last = backups[0].made_at
    return ["backup", "--recent"] if at - last >= RECENT_AFTER and has_changed(last) else []


def _has_changed(since: datetime) -> bool:
    """Tell whether SQLite wrote since then; PostgreSQL is not asked and may have."""
    if connection.vendor != "sqlite":
        return True
    name = str(connection.settings_dict["NAME"])
    files = [file for file in (Path(name), Path(f"{name}-wal")) if file.exists()]
    return any(file.stat().st_mtime >= since.timestamp() for file in files)
