"""What this process knows of where every session is: fetched for all of them at once, at most twice a second.

One thread fetches while the others use what was known. A database that does not answer leaves what was known, for a
minute; after that nothing is known.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic
from typing import NamedTuple

from django.db import Error, close_old_connections, connection
from django.db.models import Q
from django.utils import timezone

from campagne.guided.sessions.meetings import Meeting
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import State
from campagne.serving.sometimes_logged import SometimesLogged

SECONDS_CURRENT = 0.5
SECONDS_USABLE = 3
"""What is older waits for the thread that fetches: nobody asked for a while, and everything may have changed."""
SECONDS_WITHOUT_DATABASE = 60
AROUND_ITS_TIME = timedelta(days=1)
"""A session that is planned or closed is known this long before and after."""
_log = logging.getLogger(__name__)
_faults = SometimesLogged(_log, "Waar de groepen zijn, is niet te zien", SECONDS_WITHOUT_DATABASE)


class Known(NamedTuple):
    """What a screen must know of a session to see whether it shows the state of now."""

    version: int
    state: State
    is_asking: bool


Sessions = Mapping[str, Known]


class Unknown(Exception):
    """The database has not answered for too long."""


class KnownSessions:
    """The sessions by their key, as this process last saw them."""

    def __init__(self, fetch: Callable[[], Sessions], clock: Callable[[], float] = monotonic) -> None:
        self._fetch, self._clock = fetch, clock
        self._lock = Lock()
        self._sessions: Sessions = {}
        self._seen_at = self._failed_at = float("-inf")

    def now(self) -> Sessions:
        """Where every session is, at most half a second ago. Raises Unknown."""
        at = self._clock()
        if at - max(self._seen_at, self._failed_at) >= SECONDS_CURRENT:
            is_useless = at - self._seen_at >= SECONDS_USABLE and at - self._failed_at >= SECONDS_USABLE
            if self._lock.acquire(blocking=is_useless):
                try:
                    self._look(at)
                finally:
                    self._lock.release()
        if at - self._seen_at >= SECONDS_WITHOUT_DATABASE:
            raise Unknown
        return self._sessions

    def _look(self, at: float) -> None:
        """Fetch, unless another thread did while this one waited for it."""
        if max(self._seen_at, self._failed_at) > at - SECONDS_CURRENT:
            return
        try:
            self._sessions = self._fetch()
        except Error as error:
            _faults.add(error)
            self._failed_at = self._clock()
        else:
            self._seen_at = at


def fetch_sessions() -> Sessions:
    """Where every session is that somebody can have a screen of: one query. Raises Error of the database."""
    return {key: Known(version, State(state), asks) for key, version, state, asks in _rows(timezone.now())}


def fetch_outside_a_request() -> Sessions:
    """The same where nobody else looks after the connection of this thread."""
    close_old_connections()
    try:
        return fetch_sessions()
    except Error:
        connection.close()
        raise


def _rows(at: datetime) -> list[tuple[str, int, str, bool]]:
    soon = Meeting.objects.filter(starts_at__range=(at - AROUND_ITS_TIME, at + AROUND_ITS_TIME)).values("session")
    sessions = GuidedSession.objects.order_by().filter(
        Q(state__in=[State.RUNNING, State.PAUSED])
        | Q(state=State.CLOSED, closed_at__gt=at - AROUND_ITS_TIME)
        | Q(state=State.PLANNED, pk__in=soon)
    )
    return list(sessions.values_list("poll_key", "state_version", "state", "is_asking"))


known_sessions = KnownSessions(fetch_outside_a_request)
