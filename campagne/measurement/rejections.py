"""What was not counted, counted: one number per day and reason, and never of which page or by whom."""

from collections import Counter
from datetime import date
from threading import Lock
from time import monotonic

from django.db import DatabaseError, connection, transaction

from campagne.measurement.counters import Reason, Rejection
from campagne.serving.database.upsert import add_to

# A flood of rejected messages costs the database one write per this many seconds.
SECONDS_BETWEEN_WRITES = 5

_lock = Lock()
_waiting: Counter[tuple[date, str]] = Counter()
_written_at = -float(SECONDS_BETWEEN_WRITES)


def reject(reason: Reason, day: date, count: int = 1) -> None:
    """Count a rejection. It is written at most once in five seconds; a crash loses what waited."""
    with _lock:
        _waiting[day, str(reason)] += count
    if connection.in_atomic_block or monotonic() - _written_at >= SECONDS_BETWEEN_WRITES:
        write_rejections()


def write_rejections() -> None:
    """Add what waited to the database; when that fails it keeps waiting."""
    global _written_at
    with _lock:
        waiting = dict(_waiting)
        _waiting.clear()
        _written_at = monotonic()
    if not waiting:
        return
    try:
        with transaction.atomic():
            add_rejections(waiting)
    except DatabaseError:
        with _lock:
            _waiting.update(waiting)


def add_rejections(counts: dict[tuple[date, str], int]) -> None:
    """Add numbers by day and reason, in the transaction of the caller."""
    add_to(Rejection, ("day", "reason"), ("count",), {key: (count,) for key, count in counts.items()})
