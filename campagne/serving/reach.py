"""During an outage one caller at a time finds out whether it is over; all others are told at once."""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

Made = TypeVar("Made")


class Away(Exception):
    """It could not be reached a moment ago, and another caller is trying already."""


class Reach:
    """Whether something behind the processes answers. One instance per process and thing.

    Waiting for what is gone costs seconds and a thread; without this, an outage would hold every
    thread of the web server, also those that could give out a stored page.
    """

    def __init__(self, *failures: type[Exception]) -> None:
        """`failures` say that it is away; any other exception is an answer."""
        self._failures = failures
        self._trying = Lock()
        self._is_away = False

    def attempt(self, reach: Callable[[], Made]) -> Made:
        """Do it and return what it gives. Raises Away while another caller finds out, or what `reach` raises."""
        if not self._is_away:
            return self._try(reach)
        if not self._trying.acquire(blocking=False):
            raise Away
        try:
            return self._try(reach)
        finally:
            self._trying.release()

    def _try(self, reach: Callable[[], Made]) -> Made:
        try:
            made = reach()
        except self._failures:
            self._is_away = True
            raise
        self._is_away = False
        return made
