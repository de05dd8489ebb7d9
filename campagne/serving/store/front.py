"""The thin layer in front of the site: a stored page is given out before anything that could fail."""

import re
from collections.abc import Callable, Collection, Iterable
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import time
from typing import Any

from campagne.serving.store.address import Address, address_of
from campagne.serving.store.given_out import note
from campagne.serving.store.making import Maker, Site
from campagne.serving.store.page import Answer, Headers, StoredPage
from campagne.serving.store.shelf import MOST_BYTES, Shelf
from campagne.serving.store.watch import Watch

# Whatever no change told of is made again after this long, behind the readers' backs.
SECONDS_CURRENT = 15 * 60
# A browser that fetches what somebody may read later says so, and so does our worker.
FETCHED_AHEAD = frozenset({"HTTP_SEC_PURPOSE", "HTTP_PURPOSE"})
REFUSED = re.compile(r";\s*q=0(\.0*)?\s*$")
Start = Callable[[str, Headers], Any]


class Store:
    """The pages of this process, and how each is made when it is wanted."""

    def __init__(self, maker: Maker, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.maker, self.shelf, self.watch = maker, Shelf(folder, most_bytes), Watch(folder)
        self._being_made: dict[Address, Lock] = {}

    def is_current(self, page: StoredPage, at: float) -> bool:
        """Tell whether nothing has changed since it was made."""
        return (
            page.generation == self.watch.moment.number
            and 0 <= at - page.made_at < SECONDS_CURRENT
            and (page.valid_until is None or at < page.valid_until)
        )

    def may_be_shown(self, page: StoredPage, at: float) -> bool:
        """Tell whether it may be shown although something changed: nothing was withdrawn, and something stands."""
        return page.generation >= self.watch.moment.floor and page.standing(at) is not None

    def find(self, address: Address, at: float) -> StoredPage | None:
        """The best page that may be shown now, in memory or on disk."""
        page = self.shelf.pages.get(address)
        if page is None or not self.is_current(page, at):
            page = self.shelf.fetch(address)
        return page if page and self.may_be_shown(page, at) else None

    def make(self, address: Address, made_since: float = 0) -> StoredPage | Answer:
        """Make it now and keep it, unless a current page was made since a moment; who asks meanwhile waits for it.

        Gives the answer of the site as it is when that is not for everybody; the last good page when the site fails.
        """
        with self._alone(address):
            page = self.find(address, time())
            if page and self.is_current(page, time()) and page.made_at >= made_since:
                return page
            return self._make(address, instead=page)

    def _make(self, address: Address, instead: StoredPage | None) -> StoredPage | Answer:
        number, made_at = self.watch.moment.number, time()
        try:
            answer = self.maker.make(address)
        except Exception:
            if instead:
                return instead
            raise
        if answer.may_be_stored:
            page = answer.stored_as(address, number, made_at)
            self.shelf.put(page)
            return page
        if answer.is_failure and instead:
            return instead
        if not answer.is_failure:
            self.shelf.forget(address)
        return answer

    @contextmanager
    def _alone(self, address: Address):
        lock = self._being_made.setdefault(address, Lock())
        try:
            with lock:
                yield
        finally:
            self._being_made.pop(address, None)


class PagesFirst:
    """WSGI: give out stored pages, and leave everything else to the site."""

    def __init__(self, site: Site, store: Store, ask: Callable[[Address], None], hosts: Collection[str]) -> None:
        """`ask` makes a page again later; `hosts` are the names that pages are kept under."""
        self._site, self._store, self._ask, self._hosts = site, store, ask, hosts
        self._scheme = store.maker.scheme

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        address = address_of(environ, self._hosts, self._scheme)
        if address is None:
            return self._site(environ, start)
        at = time()
        page = self._store.shelf.pages.get(address)
        if page is None or not self._store.is_current(page, at):
            page = self._page_or_answer(address, page, at)
            if isinstance(page, Answer):
                return give_answer(page, environ, start)
            page = page.standing(at) or page
        return give(page, environ, start, at)

    def _page_or_answer(self, address: Address, known: StoredPage | None, at: float) -> StoredPage | Answer:
        """What is in memory will do as long as it may be shown: while much changes readers do not wait for a disk."""
        page = known if known and self._store.may_be_shown(known, at) else self._store.find(address, at)
        if page is None:
            return self._store.make(address)
        if not self._store.is_current(page, at):
            self._ask(address)
        return page


def give(page: StoredPage, environ: dict[str, Any], start: Start, at: float) -> Iterable[bytes]:
    """Give the page packed as the reader takes it, or say that it did not change."""
    page.asked += 1
    page.last_asked = at
    is_read = environ["REQUEST_METHOD"] == "GET" and not FETCHED_AHEAD & environ.keys()
    if page.is_counted and is_read:
        note(page.address.path, page.page_id)
    headers, body = packed(page, environ.get("HTTP_ACCEPT_ENCODING", ""))
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and page.is_same_as(known):
        start("304 Not Modified", [header for header in headers if header[0] != "Content-Length"])
        return ()
    start("200 OK", headers)
    return (body,) if environ["REQUEST_METHOD"] == "GET" else ()


def packed(page: StoredPage, takes: str) -> tuple[Headers, bytes]:
    """The page packed as `Accept-Encoding` says, the smallest first."""
    if "q=0" in takes:  # Rare, and it may forbid what it names.
        takes = ",".join(part for part in takes.split(",") if not REFUSED.search(part))
    return page.as_brotli if "br" in takes else page.as_gzip if "gzip" in takes else page.as_plain


def give_answer(answer: Answer, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    """Give what the site answered to our own request for the same address; it may be a page any moment."""
    keeping = [] if "cache-control" in answer.named else [("Cache-Control", "no-cache")]
    start(answer.status, [*answer.headers, *keeping])
    return (answer.body,) if environ["REQUEST_METHOD"] == "GET" else ()
