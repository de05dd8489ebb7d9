"""What a web process does by itself, because it holds something in memory: write it down every few seconds."""

import logging
import signal
import time
from multiprocessing import parent_process
from multiprocessing.util import Finalize
from threading import Thread
from time import monotonic

from django.db import connections
from django.utils.module_loading import import_string

from campagne.serving.clock.fault import fault_of
from campagne.serving.clock.jobs import IN_EVERY_PROCESS
from campagne.serving.clock.schedule import Schedule
from campagne.serving.processes import end_with_parent

SECONDS_BETWEEN_LOOKS = 1
_log = logging.getLogger(__name__)


def start_pulse() -> None:
    """Start the thread of this web process, and let a worker of granian end with the process that made it.

    A busy worker may hang for good on SIGTERM, while it keeps the database locked: granian takes a lock of its own
    there without letting go of Python's. Who stops it properly kills it after a while; without a parent nobody would.
    """
    if parent := parent_process():
        end_with_parent(parent.pid, signal.SIGKILL)
    schedule = Schedule(dict(IN_EVERY_PROCESS))
    Thread(target=_go_on, args=(schedule,), name="pulse", daemon=True).start()
    # Called at a proper end, also of a worker of granian, where `atexit` is not.
    Finalize(None, do_what_is_due, (schedule, float("inf")), exitpriority=1)


def _go_on(schedule: Schedule) -> None:
    while True:
        do_what_is_due(schedule, monotonic())
        time.sleep(SECONDS_BETWEEN_LOOKS)


def do_what_is_due(schedule: Schedule, now: float) -> None:
    """Do it, whatever goes wrong, and leave no connection open while the thread sleeps."""
    for path in schedule.due(now):
        try:
            import_string(path)()
        except Exception as error:
            _log.error("%s is mislukt (%s) en wordt herhaald.", path, fault_of(error))
        finally:
            schedule.done(path, now)
            connections.close_all()
