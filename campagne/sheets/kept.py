"""Files that cost a second to make, kept by what they were made of, so that no reader makes the same one again.

One is made at a time on a machine, however many processes there are; what nobody asked for longest makes room.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from threading import BoundedSemaphore
from time import monotonic, sleep

MOST_BYTES = 100 * 1024 * 1024
# After making room there is this much of it.
ROOM_TO_MAKE = 0.2
SECONDS_TO_WAIT, SECONDS_BETWEEN_LOOKS = 8.0, 0.05
MOST_WAITING = 3


class Busy(Exception):
    """Others are being made; it can be asked for again in a moment."""


class Kept:
    """A folder of files by key. A process of its own may share it."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES, seconds_to_wait: float = SECONDS_TO_WAIT) -> None:
        self._folder, self._most_bytes, self._seconds = folder, most_bytes, seconds_to_wait
        self._waiting = BoundedSemaphore(MOST_WAITING)

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, or else what is made now and kept. Raises Busy, or what `make` raises."""
        found = self.find(key)
        if found is not None:
            return found
        with self._alone():
            found = self.find(key)
            if found is None:
                found = make()
                self._keep(key, found)
            return found

    def find(self, key: str) -> bytes | None:
        """What is kept under a key; it then counts as asked for now."""
        file = self._folder / key
        try:
            content = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        return content

    def _keep(self, key: str, content: bytes) -> None:
        """Put it on disk as a whole or not at all; a disk that refuses costs the next reader a second."""
        beside = self._folder / f"{key}.new"
        with suppress(OSError):
            beside.write_bytes(content)
            beside.replace(self._folder / key)
            self._make_room()

    def _make_room(self) -> None:
        listed = [(file.stat(), file) for file in self._folder.iterdir() if file.name != "lock"]
        total = sum(stat.st_size for stat, _ in listed)
        if total <= self._most_bytes:
            return
        for stat, file in sorted(listed, key=lambda pair: pair[0].st_mtime):
            if total <= self._most_bytes * (1 - ROOM_TO_MAKE):
                return
            file.unlink()
            total -= stat.st_size

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time, also among processes; few wait, because each holds a thread of the server."""
        if not self._waiting.acquire(blocking=False):
            raise Busy
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / "lock").open("w") as lock:
                self._take(lock.fileno())
                yield
        finally:
            self._waiting.release()

    def _take(self, lock: int) -> None:
        until = monotonic() + self._seconds
        while True:
            try:
                return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if monotonic() > until:
                    raise Busy from error
                sleep(SECONDS_BETWEEN_LOOKS)


def key_of(*parts: str) -> str:
    """A key that differs as soon as one of these texts does."""
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8) + part.encode())
    return digest.hexdigest()
