"""Make changed pages again behind the readers' backs."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Lock, Thread
from time import monotonic, sleep, time

from django.db import connections

from campagne.serving.store.address import Address
from campagne.serving.store.front import Store
from campagne.serving.store.page import Answer

SECONDS_BETWEEN_LOOKS = 0.25
# Reading a page from disk takes a third of a millisecond; many in a row would be felt by who asks meanwhile.
SECONDS_BETWEEN_PAGES = 0.004
# The clock of this machine makes changed pages again; a web process does so only for what stays old this long.
SECONDS_OF_PATIENCE = 3
# As long as it finds newer pages on disk somebody is at work, who only needs more time while much is changed.
SECONDS_OF_PATIENCE_WITH_WORK = 15
SECONDS_AFTER_A_FAILURE = 5
# One page that is broken, and not the site, must not keep the others old.
SECONDS_TO_LET_OTHERS_GO_FIRST = 30
# An editor who publishes waits no longer than this for the page to be made.
SECONDS_FOR_AN_EDITOR = 5
_log = logging.getLogger(__name__)


class Renewal:
    """What readers asked for and got in an older form, made again in a thread of its own."""

    def __init__(self, store: Store, now: Callable[[], float] = monotonic) -> None:
        self._store, self._now = store, now
        self._asked: dict[Address, float] = {}
        self._newer_found_at = float("-inf")
        self._lock = Lock()
        self._at_once = ThreadPoolExecutor(max_workers=1, thread_name_prefix="publisher")

    def start(self) -> None:
        Thread(target=self._go_on, name="renewal", daemon=True).start()

    def ask(self, address: Address) -> None:
        with self._lock:
            self._asked.setdefault(address, self._now())

    @property
    def waiting(self) -> list[Address]:
        return list(self._asked)

    def make_now(self, addresses: Iterable[Address]) -> None:
        """Make these before going on, in another thread: the editor's transaction and language are not the page's."""
        wait([self._at_once.submit(self._make_and_close, list(addresses))], timeout=SECONDS_FOR_AN_EDITOR)

    def _make_and_close(self, addresses: list[Address]) -> None:
        try:
            for address in addresses:
                self._store.make(address)
        finally:
            connections.close_all()

    def _go_on(self) -> None:
        while True:
            sleep(SECONDS_BETWEEN_LOOKS)
            if not self.renew_what_was_asked(self._now()):
                connections.close_all()
                sleep(SECONDS_AFTER_A_FAILURE)

    def renew_what_was_asked(self, now: float) -> bool:
        """Take over what the clock made meanwhile, and make what it left too long. False when the site fails."""
        with self._lock:
            asked = sorted(self._asked.items(), key=lambda item: -self._popularity(item[0]))
        for address, since in asked:
            sleep(SECONDS_BETWEEN_PAGES)
            is_current = self._is_made(address, now)
            if not is_current and now - since < self._patience(now):
                continue
            if not is_current and not renew(self._store, address):
                self._asked[address] = now + SECONDS_TO_LET_OTHERS_GO_FIRST
                return False
            with self._lock:
                self._asked.pop(address, None)
        return True

    def _is_made(self, address: Address, now: float) -> bool:
        """Take over what is on disk, if that is newer, and tell whether it is current."""
        before = self._store.shelf.pages.get(address)
        page = self._store.find(address, time())
        if page is not None and page is not before:
            self._newer_found_at = self._asked[address] = now
        return page is not None and self._store.is_current(page, time())

    def _patience(self, now: float) -> float:
        is_at_work = now - self._newer_found_at < SECONDS_OF_PATIENCE_WITH_WORK
        return SECONDS_OF_PATIENCE_WITH_WORK if is_at_work else SECONDS_OF_PATIENCE

    def _popularity(self, address: Address) -> int:
        page = self._store.shelf.pages.get(address)
        return page.asked if page else 0


def renew(store: Store, address: Address, made_since: float = 0) -> bool:
    """Make one page again, unless it was made since; False when the site cannot now."""
    began = time()
    try:
        made = store.make(address, made_since)
    except Exception as error:
        _log.error("Een pagina kan niet opnieuw worden gemaakt: %s.", type(error).__name__)
        return False
    return not made.is_failure if isinstance(made, Answer) else made.made_at >= began or store.is_current(made, time())
