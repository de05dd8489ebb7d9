"""Does the newest backup really bring the site back? Once a week it is restored, asked, and thrown away."""

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from campagne.serving.backup.beside import Beside
from campagne.serving.backup.databases import postgresql
from campagne.serving.backup.refused import Refused
from campagne.serving.backup.restoring import address_of, restore
from campagne.serving.backup.sealing import own_identities
from campagne.serving.backup.shelf import UNFINISHED, BackupFolder, fresh_folder

PERIOD = timedelta(days=7)
NOTE, LOCK = "proef.json", ".drill"
_beside = Beside()


@dataclass(frozen=True)
class Drill:
    """How the last one went: `at` in ISO form, the file, and the fault; empty when it went well."""

    at: str
    file: str
    fault: str


def drill_when_due(at: datetime) -> None:
    """Start a drill when the last was a week ago or failed, and raise as long as it fails."""
    if not settings.BACKUP_DIR:
        return
    shelf = BackupFolder(settings.BACKUP_DIR)
    if _beside.look() and shelf.backups() and is_due(last_drill(shelf.folder), at):
        _beside.start(["drill"])
    _beside.tell()


def is_due(last: Drill | None, at: datetime) -> bool:
    return last is None or bool(last.fault) or at - datetime.fromisoformat(last.at) >= PERIOD


def last_drill(folder: Path) -> Drill | None:
    """What was written down; None when there was none or it cannot be read."""
    try:
        return Drill(**json.loads((folder / NOTE).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def drill(shelf: BackupFolder, at: datetime, tell: Callable[[str], object]) -> Drill:
    """Restore the newest backup in a place of its own; write down how it went. Raises Refused when it failed."""
    newest = next(iter(shelf.backups()), None)
    if newest is None:
        raise Refused(f"In {shelf.folder} staat geen backup. Maak er een: manage.py backup")
    folder = Path(settings.DATA_DIR)
    try:
        with one_at_a_time(folder), fresh_folder(folder / f"{UNFINISHED}proef") as work, _database() as address:
            restore(newest.file, work / "site", address, own_identities(folder), tell)
    except Refused as error:
        _write_down(shelf.folder, Drill(at.isoformat(), newest.file.name, str(error)))
        raise Refused(f"De proef met {newest.file.name} mislukte: {error}") from error
    done = Drill(at.isoformat(), newest.file.name, "")
    _write_down(shelf.folder, done)
    return done


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """The drill of the clock and one by hand use the same place, so the second waits for the first."""
    with (folder / LOCK).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


@contextmanager
def _database() -> Iterator[str]:
    """An empty database beside ours, taken away afterwards; for SQLite none is needed."""
    if not settings.DATABASE_URL.startswith("postgres"):
        yield ""
        return
    with postgresql.beside(address_of(settings.DATABASE_URL, Path()), settings.DATABASE_URL) as address:
        yield address


def _write_down(folder: Path, outcome: Drill) -> None:
    beside = folder / f"{UNFINISHED}{NOTE}"
    beside.write_text(json.dumps(asdict(outcome), indent=1, ensure_ascii=False))
    beside.replace(folder / NOTE)
