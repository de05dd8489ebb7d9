"""Is everything behind the site there? Asked of the database itself, and answered within two seconds anyway."""

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass
from datetime import datetime
from threading import Lock, Thread
from time import monotonic

from django.db import Error as DatabaseAway
from django.db import connection

from campagne.serving.clock.troubles import troubles_of_clock
from campagne.serving.database.migrated import missing_migrations
from campagne.serving.database.read_only import is_read_only

SECONDS_TO_WAIT = 2
SECONDS_TO_REMEMBER = 1


@dataclass(frozen=True)
class Readiness:
    """`reasons` why it is not ready (none: it is), and `warnings` that readers do not notice yet."""

    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


ONLY_READING = "De database staat op alleen lezen. Loopt er nu geen upgrade? Voer dan uit: manage.py upgrade"
SILENT = Readiness(reasons=("De database antwoordt niet.",))


def examined(at: datetime) -> Readiness:
    """Ask the database; no error comes out, and nothing of an error's text."""
    try:
        if missing := missing_migrations():
            return Readiness(reasons=(f"De database is ouder dan de code: {', '.join(missing)}.",))
        read_only = (ONLY_READING,) if is_read_only() else ()
        return Readiness(warnings=(*read_only, *(trouble.what for trouble in troubles_of_clock(at))))
    except DatabaseAway:
        return SILENT


class Examination:
    """One at a time, however many ask. A database that hangs costs one thread and nobody more than two seconds."""

    def __init__(self, examine: Callable[[datetime], Readiness] = examined) -> None:
        self._examine = examine
        self._lock = Lock()
        self._began = float("-inf")
        self._outcome: Future[Readiness] | None = None

    def outcome(self, at: datetime) -> Readiness:
        """What was found less than a second ago, or what is found now; SILENT when that takes too long."""
        with self._lock:
            now = monotonic()
            if self._outcome is None or (self._outcome.done() and now - self._began >= SECONDS_TO_REMEMBER):
                self._outcome, self._began = Future(), now
                Thread(target=self._work, args=(self._outcome, at), daemon=True).start()
            outcome, left = self._outcome, self._began + SECONDS_TO_WAIT - now
        try:
            return outcome.result(timeout=max(0.0, left))
        except TooLate:
            return SILENT

    def _work(self, outcome: Future[Readiness], at: datetime) -> None:
        try:
            outcome.set_result(self._examine(at))
        except Exception:
            outcome.set_result(SILENT)
        finally:
            connection.close()


examination = Examination()
