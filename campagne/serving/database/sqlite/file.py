"""The file of a database, looked at without disturbing those who use it."""

import os
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from campagne.serving.database.sqlite.turns import Turns

FIRST_BYTES = b"SQLite format 3\x00"


class Identity(NamedTuple):
    """Two files are the same when device and number are; a name may be given to another file."""

    device: int
    number: int


class DatabaseFile:
    """One per process and path.

    It keeps the file open for as long as the process lives: closing it would drop the locks that SQLite
    holds on it in this process (https://www.sqlite.org/howtocorrupt.html, §2.2).
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self.turns = Turns()
        self._opening = Lock()
        self._descriptor = -1
        self._identity: Identity | None = None

    @classmethod
    def at(cls, path: str | Path) -> "DatabaseFile":
        return _known(str(path))

    def identity(self) -> Identity | None:
        """Which file stands at the path now; None if there is none."""
        try:
            found = os.stat(self._path)
        except OSError:
            return None
        return Identity(found.st_dev, found.st_ino)

    def trouble(self) -> str | None:
        """Why nobody may write here now; None when all is well.

        SQLite itself would open garbage, or a new empty file, together with the journal that lies beside it, and
        take what was written lately out of that journal: lost when the right file is put back.
        """
        now = self.identity()
        if now is None or not has_bytes(self._path):
            is_new = self._identity is None and not has_bytes(f"{self._path}-wal")
            return None if is_new else "the file is gone or empty, and its journal or its readers are still there"
        return None if self._first_bytes(now) == FIRST_BYTES else "file is not a database"

    def _first_bytes(self, now: Identity) -> bytes:
        try:
            with self._opening:
                if self._identity != now:
                    self._descriptor = os.open(self._path, os.O_RDONLY)
                    self._identity = now
            return os.pread(self._descriptor, len(FIRST_BYTES), 0)
        except OSError:
            return b""


def has_bytes(path: str) -> bool:
    """Tell whether a file stands there with anything in it; it may go at any moment."""
    try:
        return os.path.getsize(path) > 0
    except OSError:
        return False


@cache
def _known(path: str) -> DatabaseFile:
    return DatabaseFile(path)
