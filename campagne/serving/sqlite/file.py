"""The file of a database, looked at without disturbing those who use it."""

import os
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from campagne.serving.sqlite.turns import Turns

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

    def is_still(self, opened: Identity | None) -> bool:
        """Tell whether the path leads to the file that was opened, and that file begins as a database does."""
        return opened is not None and self.identity() == opened and self._first_bytes(opened) == FIRST_BYTES

    def _first_bytes(self, wanted: Identity) -> bytes:
        try:
            with self._opening:
                if self._identity != wanted:
                    self._descriptor = os.open(self._path, os.O_RDONLY)
                    found = os.fstat(self._descriptor)
                    self._identity = Identity(found.st_dev, found.st_ino)
            return os.pread(self._descriptor, len(FIRST_BYTES), 0)
        except OSError:
            return b""


@cache
def _known(path: str) -> DatabaseFile:
    return DatabaseFile(path)
