"""A failure that comes back with every request is one line in the log now and then, with how often it came."""

from logging import Logger
from threading import Lock
from time import monotonic

from campagne.serving.clock.fault import fault_of


class SometimesLogged:
    """One line per so many seconds; it names the kind of error and says how many there were since the line before."""

    def __init__(self, logger: Logger, words: str, seconds: float) -> None:
        self._logger, self._words, self._seconds = logger, words, seconds
        self._lock = Lock()
        self._unsaid = 0
        self._said_at = -float(seconds)

    def add(self, error: BaseException) -> None:
        with self._lock:
            self._unsaid += 1
            if monotonic() - self._said_at < self._seconds:
                return
            count, self._unsaid, self._said_at = self._unsaid, 0, monotonic()
        cause = f" ({type(error.__cause__).__name__})" if error.__cause__ else ""
        self._logger.error("%s: %s%s; %d keer.", self._words, fault_of(error), cause, count)
