"""Each process watches the generation, so that a change anywhere is known here within a second."""

import json
import logging
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic

from django.conf import settings
from django.db import Error, connection

from campagne.serving.sometimes_logged import SometimesLogged
from campagne.serving.store.generation import Generation, Moment, shared

SECONDS_BETWEEN_LOOKS = 0.3
SECONDS_BETWEEN_QUERIES = 0.3
# With a shared cache the database is only asked in case the cache lost what it was told.
SECONDS_BETWEEN_QUERIES_BESIDE_A_CACHE = 0.9
SECONDS_FOR_THE_FIRST_LOOK = 3
SECONDS_BETWEEN_LINES = 60
_log = logging.getLogger(__name__)
_faults = SometimesLogged(_log, "Of er iets veranderd is, is niet te zien", SECONDS_BETWEEN_LINES)


class Watch:
    """What this process knows of the generation, kept on disk for a start without a database. It only ever rises."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "moment.json"
        self.moment = self._remembered()
        self.changed_at = monotonic()
        self._ask_again_at = 0.0
        self._lock = Lock()
        self._has_looked = Event()

    def start(self) -> None:
        """Begin to look, after a first look: pages on disk may have been withdrawn while this process was off."""
        Thread(target=self.keep_looking, args=(Event(),), name="generation", daemon=True).start()
        self._has_looked.wait(SECONDS_FOR_THE_FIRST_LOOK)

    def keep_looking(self, stop: Event) -> None:
        """Whatever goes wrong: a process that no longer looks would show what was withdrawn."""
        while True:
            try:
                self.look()
            except Exception as error:
                _faults.add(error)
            self._has_looked.set()
            if stop.wait(SECONDS_BETWEEN_LOOKS):
                return

    def look(self, *, at_once: bool = False) -> None:
        """Ask the cache, and the database when it is time, or at once; what cannot be reached changes nothing."""
        told = shared()
        if told and told > self.moment:
            self.learn(told)
        if at_once or monotonic() >= self._ask_again_at:
            pause = SECONDS_BETWEEN_QUERIES_BESIDE_A_CACHE if settings.CACHE_URL else SECONDS_BETWEEN_QUERIES
            self._ask_again_at = monotonic() + pause
            self._ask_database()

    def learn(self, moment: Moment) -> None:
        """Take over what is later than what is known; what was asked before a change may arrive after it."""
        with self._lock:
            later = Moment(max(moment.number, self.moment.number), max(moment.floor, self.moment.floor))
            if later != self.moment:
                self.moment, self.changed_at = later, monotonic()
                self._remember(later)

    def rise_unheard(self, *, forbids_older: bool) -> None:
        """Go on as if the generation rose, although the database could not be told; `ask` tells it later."""
        number = self.moment.number + 1
        self.learn(Moment(number, number if forbids_older else 0))

    def ask(self) -> Moment:
        """Ask the database, and return how far everything is.

        A database that knows less than was known before could not be told of a change, is another one, or a copy
        that was put back. Its generation is brought past everything that was made, none of which may be shown.
        """
        before = self.moment
        found = Generation.objects.moment()
        if found.number < before.number or found.floor < before.floor:
            found = Generation.objects.rise(forbids_older=True, above=before.number)
        self.learn(found)
        return self.moment

    def _ask_database(self) -> None:
        try:
            self.ask()
        except Error:
            connection.close()

    def _remembered(self) -> Moment:
        try:
            return Moment(*json.loads(self._file.read_bytes()))
        except (OSError, ValueError, TypeError):
            return Moment()

    def _remember(self, moment: Moment) -> None:
        beside = self._file.with_suffix(f".{id(self)}.new")
        try:
            beside.write_text(json.dumps([moment.number, moment.floor]))
            beside.replace(self._file)
        except OSError as error:
            _log.warning("De generatie kan niet op schijf worden bewaard: %s.", type(error).__name__)
