"""Store what arrived, durably, many at a time.

Requests that arrive together share one transaction: the first one commits for all that wait, and each
is answered after its row is safe. There is no thread to start, to stop or to lose.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Event, Lock
from typing import Any

from django.db import Error, connection

from campagne.measurement.inbox import Inbox
from campagne.serving.database.upsert import placeholders

MOST_WAITING = 1000
SECONDS_TO_WAIT = 10
# How long the one who commits waits for as many others as last time; alone, it does not wait at all.
SECONDS_TO_GATHER = 0.002


class Busy(Exception):
    """It could not be stored in time."""


@dataclass(frozen=True)
class Arrival:
    """One event as it is stored; the fields are those of the inbox."""

    once: str
    kind: str
    day: date
    page_id: int
    revision_id: int
    step: int
    received_at: datetime
    is_entry: bool = False
    act: str = ""
    subject: str = ""
    via: str = ""
    referrer: str = ""


COLUMNS = tuple(Arrival.__dataclass_fields__)


@dataclass(eq=False)
class _Ticket:
    """A request that waits. It sleeps on a lock of its own, so that waking it disturbs no other."""

    arrival: Arrival
    call: Lock = field(default_factory=Lock)
    is_next: bool = False
    is_new: bool | None = None

    def __post_init__(self) -> None:
        self.call.acquire()


class GroupCommit:
    """Rows of simultaneous requests in one transaction. One instance per process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[_Ticket] = []
        self._is_committing = False
        self._company = 1
        self._company_is_here = Event()

    def store(self, arrival: Arrival) -> bool:
        """Store it and return whether it is new (False: it was already there). Raises Busy when it cannot."""
        if connection.in_atomic_block:
            return arrival.once in insert([arrival])
        ticket = _Ticket(arrival)
        if self._join(ticket) or self._is_called_to_commit(ticket):
            self._commit(self._gather())
        if ticket.is_new is None:
            raise Busy
        return ticket.is_new

    def _join(self, ticket: _Ticket) -> bool:
        """Line up; tell whether nobody commits now, so that this request must."""
        with self._lock:
            if len(self._waiting) >= MOST_WAITING:
                raise Busy
            self._waiting.append(ticket)
            if len(self._waiting) == self._company:
                self._company_is_here.set()
            must_commit, self._is_committing = not self._is_committing, True
            return must_commit

    def _is_called_to_commit(self, ticket: _Ticket) -> bool:
        """Sleep until another request settled this one (False), or left the next group to it (True)."""
        if ticket.call.acquire(timeout=SECONDS_TO_WAIT):
            return ticket.is_next
        with self._lock:
            if not ticket.is_next and ticket in self._waiting:
                self._waiting.remove(ticket)
            return ticket.is_next

    def _gather(self) -> list[_Ticket]:
        """Take everybody who waits, after a moment for those who came along last time."""
        if self._company > 1:
            self._company_is_here.wait(SECONDS_TO_GATHER)
        with self._lock:
            group, self._waiting = self._waiting, []
            self._company = len(group)
            self._company_is_here.clear()
            return group

    def _commit(self, group: list[_Ticket]) -> None:
        new: set[str] | None = None
        try:
            new = insert([ticket.arrival for ticket in group])
        except Error:
            new = None
        finally:
            self._settle(group, new)

    def _settle(self, group: list[_Ticket], new: set[str] | None) -> None:
        """Leave the next group to its first, and tell each of this one how it went (None: nothing was stored).

        Who lined up behind a group that failed has waited as long for the database, and is told the same.
        """
        with self._lock:
            if new is None:
                group, self._waiting = group + self._waiting, []
            self._is_committing = bool(self._waiting)
            for ticket in self._waiting[:1]:
                ticket.is_next = True
                ticket.call.release()
        for ticket in group:
            ticket.is_new = None if new is None else ticket.arrival.once in new
            if ticket.is_new:
                new.discard(ticket.arrival.once)
            if not ticket.is_next:
                ticket.call.release()


def insert(arrivals: Sequence[Arrival]) -> set[str]:
    """Insert what is not there yet; return the `once` of each new row.

    One statement, so it is a transaction by itself: all of it is stored or nothing. In the order of
    `once`, so that two processes never wait for each other in a circle.
    """
    ordered = sorted(arrivals, key=lambda arrival: arrival.once)
    values = [value for arrival in ordered for value in _prepared(arrival)]
    into, rows = f"{Inbox._meta.db_table} ({', '.join(COLUMNS)})", placeholders(len(COLUMNS), len(ordered))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {into} VALUES {rows} ON CONFLICT (once) DO NOTHING RETURNING once",  # noqa: S608
            values,
        )
        return {once for (once,) in cursor.fetchall()}


def _prepared(arrival: Arrival) -> list[Any]:
    """The values of a row as the database takes them; only moments differ between databases."""
    to_database = connection.ops
    return [
        arrival.once,
        arrival.kind,
        to_database.adapt_datefield_value(arrival.day),
        arrival.page_id,
        arrival.revision_id,
        arrival.step,
        to_database.adapt_datetimefield_value(arrival.received_at),
        arrival.is_entry,
        arrival.act,
        arrival.subject,
        arrival.via,
        arrival.referrer,
    ]


inbox_writer = GroupCommit()
