"""Where stored pages stand: in memory, bounded, with a copy on disk that outlives the process."""

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from time import time

from campagne.serving.store.address import ABOUT_NOW, Address
from campagne.serving.store.page import StoredPage, Unreadable, from_bytes

# What one process keeps in memory; a page takes about 20 kB.
MOST_BYTES = 40 * 1024 * 1024
LARGEST_PAGE = 1024 * 1024
# After making room there is this much of it.
ROOM_TO_MAKE = 0.2
SECONDS_BETWEEN_COMPLAINTS = 60
SECONDS_TO_WRITE = 3600
_log = logging.getLogger(__name__)


class Shelf:
    """Pages by their address. Reading memory takes no lock; `pages` is only changed below one."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder, self._most_bytes = folder, most_bytes
        self.pages: dict[Address, StoredPage] = {}
        self._bytes = 0
        self._lock = Lock()
        self._complained_at = 0.0

    def put(self, page: StoredPage) -> None:
        """Keep it in memory and on disk; a page with a query is kept in memory only, for there are many of those."""
        if page.size > LARGEST_PAGE:
            return
        self._remember(page)
        if not page.address.query:
            self._write(page)

    def fetch(self, address: Address) -> StoredPage | None:
        """Take the copy on disk into memory, if there is one that is newer; return what is known then."""
        known = self.pages.get(address)
        page = read(self._file(address))
        if page is None or page.address != address or (known and not page.is_newer_than(known)):
            return known
        self._remember(page)
        return page

    def on_disk(self) -> Iterator[StoredPage]:
        for file in self.folder.glob("*/*.page"):
            if page := read(file):
                yield page

    def tidy(self, at: float) -> None:
        """Remove what a process that was killed did not finish writing."""
        for file in self.folder.glob("*/*.new"):
            with suppress(OSError):
                if at - file.stat().st_mtime > SECONDS_TO_WRITE:
                    file.unlink()

    def forget(self, address: Address) -> None:
        """Let nothing of it remain, here and on disk."""
        with self._lock:
            if gone := self.pages.pop(address, None):
                self._bytes -= gone.size
        remove(self._file(address))

    def _remember(self, page: StoredPage) -> None:
        with self._lock:
            before = self.pages.get(page.address)
            if before:
                page.asked += before.asked
            self._bytes += page.size - (before.size if before else 0)
            self.pages[page.address] = page
            if self._bytes > self._most_bytes:
                self._make_room(keep=page)

    def _make_room(self, keep: StoredPage) -> None:
        """Drop the pages that nobody asked for longest."""
        for page in sorted(self.pages.values(), key=lambda page: page.last_asked):
            if self._bytes <= self._most_bytes * (1 - ROOM_TO_MAKE):
                return
            if page is not keep:
                del self.pages[page.address]
                self._bytes -= page.size

    def _file(self, address: Address) -> Path:
        name = blake2b("\n".join(address).encode(), digest_size=16).hexdigest()
        return self.folder / name[:2] / f"{name[2:]}.page"

    def _write(self, page: StoredPage) -> None:
        """Put it on disk, unless another process was there meanwhile with what came of a later change."""
        file = self._file(page.address)
        there = read(file)
        if there and there.generation > page.generation:
            return
        beside = file.with_suffix(f".{os.getpid()}.{id(page)}.new")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write(beside, page.to_bytes(), for_certain=page.address.path in ABOUT_NOW)
            beside.replace(file)
        except OSError as error:
            remove(beside)
            self._complain(error)

    def _complain(self, error: OSError) -> None:
        if time() - self._complained_at > SECONDS_BETWEEN_COMPLAINTS:
            self._complained_at = time()
            _log.warning("Pagina's staan alleen in het geheugen, de schijf weigert ze: %s.", type(error).__name__)


def read(file: Path) -> StoredPage | None:
    """The page in a file; None when there is none that can be read."""
    try:
        return from_bytes(file.read_bytes())
    except (OSError, Unreadable):
        return None


def write(file: Path, content: bytes, *, for_certain: bool) -> None:
    """Write it; `for_certain` waits some milliseconds until the disk has it, also if the plug is pulled now."""
    with file.open("wb") as opened:
        opened.write(content)
        if for_certain:
            opened.flush()
            os.fsync(opened.fileno())


def remove(file: Path) -> None:
    """Remove it if the disk lets us; a page that stays behind is kept from readers by its generation."""
    with suppress(OSError):
        file.unlink()
