"""What happened in this process and was not written down yet. It needs no Django, for logging starts before that."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

LONGEST_WHAT, LONGEST_PLACE = 300, 200
MOST_WAITING = 200
OTHER = "Andere, te veel om te noemen"


class Kind(StrEnum):
    ERROR = "error"
    SLOW_QUERY = "query"
    SLOW_REQUEST = "request"


@dataclass(frozen=True)
class Happening:
    """Of one kind: what it was and where, both without anything that a visitor sent."""

    kind: Kind
    what: str
    place: str


@dataclass(frozen=True)
class Tally:
    """How often, from when to when (seconds since 1970), and how many seconds the slowest took."""

    count: int
    first_at: float
    last_at: float
    longest: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.count + other.count,
            min(self.first_at, other.first_at),
            max(self.last_at, other.last_at),
            max(self.longest, other.longest),
        )


_lock = Lock()
_waiting: dict[Happening, Tally] = {}


def note(kind: Kind, what: str, place: str, seconds: float = 0.0) -> None:
    now = time.time()
    _add(Happening(kind, what[:LONGEST_WHAT], place[:LONGEST_PLACE]), Tally(1, now, now, seconds))


def take() -> Mapping[Happening, Tally]:
    """What waits, which waits no longer."""
    with _lock:
        taken = dict(_waiting)
        _waiting.clear()
    return taken


def put_back(taken: Mapping[Happening, Tally]) -> None:
    for happening, tally in taken.items():
        _add(happening, tally)


def _add(happening: Happening, tally: Tally) -> None:
    with _lock:
        if happening not in _waiting and len(_waiting) >= MOST_WAITING:
            happening = Happening(happening.kind, OTHER, "")
        before = _waiting.get(happening)
        _waiting[happening] = before + tally if before else tally
