"""Writers of one process queue for the database, so that whoever came first goes first.

SQLite lets each writer look again after a pause that grows to a tenth of a second, and whoever comes at
the right moment wins: with 32 threads some never get a turn in two seconds. Here one writer per process
looks, every few milliseconds, and the others sleep.
"""

from collections import deque
from threading import Lock


class TooLate(Exception):
    """The turn did not come in time."""


class Turns:
    """The line of writers before one database file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Lock] = deque()
        self._is_taken = False

    def take(self, seconds: float) -> "Turn":
        """Wait in line; raises TooLate when that takes longer than `seconds`."""
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return Turn(self)
            call = Lock()
            call.acquire()
            self._waiting.append(call)
        if call.acquire(timeout=max(seconds, 0)) or not self._has_left(call):
            return Turn(self)
        raise TooLate

    def _has_left(self, call: Lock) -> bool:
        """Leave the line; False if the turn came just now."""
        with self._lock:
            if call not in self._waiting:
                return False
            self._waiting.remove(call)
            return True

    def pass_on(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._is_taken = False


class Turn:
    """The right to write. It also ends when it is forgotten, because a thread may die in a transaction."""

    def __init__(self, turns: Turns) -> None:
        self._turns: Turns | None = turns

    def end(self) -> None:
        turns, self._turns = self._turns, None
        if turns is not None:
            turns.pass_on()

    def __del__(self) -> None:
        self.end()
