"""Store what arrived, durably, many at a time.

Requests that arrive together share one transaction: the first one commits for all that wait, and each
is answered after its row is safe. There is no thread to start, to stop or to lose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from threading import Condition

from django.db import DatabaseError, connection, transaction

from campagne.measurement.inbox import Inbox
from campagne.measurement.upsert import placeholders, prepared

MOST_WAITING = 1000
SECONDS_TO_WAIT = 10


class Busy(Exception):
    """It could not be stored now; nothing of it was kept."""


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


COLUMNS = tuple(Arrival.__dataclass_fields__)
told = attrgetter(*COLUMNS)


@dataclass(eq=False)
class _Ticket:
    arrival: Arrival
    is_settled: bool = False
    is_new: bool | None = None


class GroupCommit:
    """Rows of simultaneous requests in one transaction. One instance per process."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._waiting: list[_Ticket] = []
        self._is_committing = False

    def store(self, arrival: Arrival) -> bool:
        """Store it and return whether it is new (False: it was already there). Raises Busy when it cannot."""
        ticket = _Ticket(arrival)
        if connection.in_atomic_block:
            return arrival.once in insert([arrival])
        if group := self._join(ticket):
            self._commit(group)
        if ticket.is_new is None:
            raise Busy
        return ticket.is_new

    def _join(self, ticket: _Ticket) -> list[_Ticket]:
        """Wait until the ticket is settled by another request, or return the group that this one must commit."""
        with self._changed:
            if len(self._waiting) >= MOST_WAITING:
                raise Busy
            self._waiting.append(ticket)
            settled = self._changed.wait_for(lambda: ticket.is_settled or not self._is_committing, SECONDS_TO_WAIT)
            if ticket.is_settled:
                return []
            if not settled:
                if ticket in self._waiting:
                    self._waiting.remove(ticket)
                return []
            self._is_committing = True
            group, self._waiting = self._waiting, []
            return group

    def _commit(self, group: list[_Ticket]) -> None:
        new: set[str] | None = None
        try:
            with transaction.atomic():
                new = insert([ticket.arrival for ticket in group])
        except DatabaseError:
            new = None
        finally:
            with self._changed:
                for ticket in group:
                    ticket.is_settled = True
                    ticket.is_new = None if new is None else ticket.arrival.once in new
                self._is_committing = False
                self._changed.notify_all()


def insert(arrivals: Sequence[Arrival]) -> set[str]:
    """Insert what is not there yet; return the `once` of each new row.

    In the order of `once`, so that two processes never wait for each other in a circle.
    """
    ordered = sorted(arrivals, key=lambda arrival: arrival.once)
    values = [value for arrival in ordered for value in prepared(Inbox, COLUMNS, told(arrival))]
    into, rows = f"{Inbox._meta.db_table} ({', '.join(COLUMNS)})", placeholders(len(COLUMNS), len(ordered))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {into} VALUES {rows} ON CONFLICT (once) DO NOTHING RETURNING once",  # noqa: S608
            values,
        )
        return {once for (once,) in cursor.fetchall()}


inbox_writer = GroupCommit()
