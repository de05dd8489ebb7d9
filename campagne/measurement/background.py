"""The counting that goes on inside the web server, so that nobody has to set up a job for it."""

import logging
from datetime import datetime
from threading import Event, Thread

from django.conf import settings
from django.db import connection
from django.utils import timezone

from campagne.measurement.consumer import count
from campagne.measurement.months import purge_when_due
from campagne.measurement.rejections import write_rejections

SECONDS_BETWEEN = 20
_log = logging.getLogger(__name__)


def count_in_background() -> None:
    """Start the thread if this installation asks for it; a command that counts at the same time does no harm."""
    if settings.COUNT_IN_BACKGROUND:
        Thread(target=keep_counting, args=(Event(),), name="counting", daemon=True).start()


def keep_counting(stop: Event) -> None:
    """Count every twenty seconds until `stop` is set; whatever goes wrong, go on."""
    while not stop.wait(SECONDS_BETWEEN):
        count_once(timezone.now())


def count_once(at: datetime) -> None:
    """Count, forget the days that are no longer kept, and leave no connection open while the thread sleeps."""
    try:
        write_rejections()
        count(at)
        purge_when_due(at)
    except Exception:
        _log.exception("Counting failed; it is tried again in %s seconds.", SECONDS_BETWEEN)
    finally:
        connection.close()
