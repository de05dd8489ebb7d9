"""The shared screens of this process: each made once for a version of the state, by whoever asks first."""

import logging
from collections.abc import Callable
from threading import Lock

from django.db import close_old_connections
from django.utils import timezone

from campagne.guided.taking_part.shared import shared_screen
from campagne.serving.sometimes_logged import SometimesLogged

MOST = 500
SECONDS_BETWEEN_LINES = 60
_faults = SometimesLogged(
    logging.getLogger(__name__), "Een scherm voor een hele groep is niet te maken", SECONDS_BETWEEN_LINES
)
Make = Callable[[str, int], str | None]


class SharedScreens:
    """The newest screen of each session. What cannot be made is None: then everybody fetches their own."""

    def __init__(self, make: Make) -> None:
        self._make, self._lock = make, Lock()
        self._screens: dict[str, tuple[int, str | None]] = {}

    def of(self, poll_key: str, version: int) -> str | None:
        found = self._screens.get(poll_key)
        if found and found[0] == version:
            return found[1]
        with self._lock:
            found = self._screens.get(poll_key)
            if found is None or found[0] != version:
                found = (version, self._made(poll_key, version))
                self._screens.pop(poll_key, None)
                self._screens[poll_key] = found
                while len(self._screens) > MOST:
                    del self._screens[next(iter(self._screens))]
        return found[1]

    def _made(self, poll_key: str, version: int) -> str | None:
        """A poll is answered, whatever goes wrong here."""
        try:
            return self._make(poll_key, version)
        except Exception as error:
            _faults.add(error)
            return None


def make_outside_a_request(poll_key: str, version: int) -> str | None:
    """Where nobody else looks after the connection of this thread."""
    close_old_connections()
    return shared_screen(poll_key, version, timezone.now())


shared_screens = SharedScreens(make_outside_a_request)
