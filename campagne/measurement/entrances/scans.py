"""How often the short address of an entrance was opened.

It is counted in memory and written down every few seconds by each web process, so that it never keeps anybody
waiting; a crash loses those seconds. A scan is no visit: who turns back at once is scanned and never came in.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from threading import Lock

from django.db import DatabaseError, transaction
from django.http import HttpRequest

from campagne.measurement.beacon import wants_no_counting
from campagne.measurement.bots import is_program
from campagne.measurement.consumer import alone
from campagne.measurement.entrances.adding import add_to_entrances

# A browser that fetches ahead what somebody may open later says so.
FETCHED_AHEAD = ("Sec-Purpose", "Purpose")

_lock = Lock()
_waiting: Counter[tuple[date, int]] = Counter()


def is_scan(request: HttpRequest) -> bool:
    """Tell whether a person opened it who does not mind being counted."""
    is_opened = request.method == "GET" and not any(request.headers.get(name) for name in FETCHED_AHEAD)
    return (
        is_opened and not wants_no_counting(request) and not is_program(request.headers, is_secure=request.is_secure())
    )


def note_scan(entrance: int, day: date) -> None:
    with _lock:
        _waiting[day, entrance] += 1


def write_scans() -> None:
    """Add what waited to the counters; when that fails it keeps waiting."""
    with _lock:
        waiting = dict(_waiting)
        _waiting.clear()
    if not waiting:
        return
    try:
        _add(waiting)
    except DatabaseError:
        with _lock:
            _waiting.update(waiting)
        raise


@transaction.atomic
def _add(scans: Mapping[tuple[date, int], int]) -> None:
    """Never while months are made again."""
    alone()
    add_to_entrances({key: (number, 0) for key, number in scans.items()})
