"""The store of this process, if it has one: made by the door that a web server opens, or by the clock."""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from time import time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from wagtail.models import Page

from campagne.serving.store.address import Address
from campagne.serving.store.front import PagesFirst, Store
from campagne.serving.store.generation import Moment
from campagne.serving.store.making import Maker, Site
from campagne.serving.store.page import Answer, StoredPage
from campagne.serving.store.renewal import Renewal, renew
from campagne.serving.store.shelf import MOST_BYTES

SECONDS_BETWEEN_THREADS = 0.0005
_store: Store | None = None
_renewal: Renewal | None = None


def pages_before(site: Site) -> Site:
    """Put the store in front of the site and start what keeps it current; the site itself if pages are not stored."""
    global _renewal
    if not settings.STORE_PAGES:
        return site
    # A reader's thread waits this long for one that makes a page; Python's own 5 ms is felt several times a request.
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    store = new_store(site)
    store.watch.start()
    _renewal = Renewal(store)
    _renewal.start()
    return PagesFirst(site, store, _renewal.ask, hosts())


def new_store(site: Site, most_bytes: int = MOST_BYTES) -> Store:
    """Make the store of this process."""
    global _store
    _store = Store(Maker(site, urlsplit(settings.SITE_URL).scheme), Path(settings.DATA_DIR) / "pages", most_bytes)
    return _store


def hosts() -> frozenset[str]:
    """The names a stored page is kept under: the address of the site, and the exact names the server answers to."""
    address = urlsplit(settings.SITE_URL)
    exact = {name for name in settings.ALLOWED_HOSTS if not name.startswith((".", "*"))}
    ports = ["", f":{address.port}"] if address.port else [""]
    return frozenset({address.netloc, *(f"{name}{port}" for name in exact for port in ports)})


def learn(moment: Moment) -> None:
    """Know of a change that this process made itself without waiting for the next look."""
    if _store:
        _store.watch.learn(moment)


def rise_unheard(*, forbids_older: bool) -> bool:
    """Take everything for changed until the database can be told; False in a process without a store."""
    if _store:
        _store.watch.rise_unheard(forbids_older=forbids_older)
    return _store is not None


def make_now(page: Page) -> None:
    """Make the addresses of a page before its editor goes on."""
    if _renewal:
        _renewal.make_now(addresses_of(page))


def make_paths_now(paths: Iterable[str]) -> None:
    """Make these before who changed them goes on; what cannot be made now is made when somebody asks."""
    addresses = [Address(urlsplit(settings.SITE_URL).netloc, path) for path in paths]
    if _renewal:
        _renewal.make_now(addresses)
    elif _store:
        for address in addresses:
            renew(_store, address)


def addresses_of(page: Page) -> Iterator[Address]:
    """The addresses a page is read at, as its kind tells by Wagtail's `get_cached_paths`."""
    parts = page.get_url_parts()
    if parts and parts[2]:
        for path in page.get_cached_paths():
            yield Address(urlsplit(settings.SITE_URL).netloc, parts[2] + path.lstrip("/"))


def paths_of(page: Page) -> list[str]:
    """The same as paths alone, as the site itself names them."""
    return [address.path for address in addresses_of(page)]


def page_at(path: str) -> StoredPage | Answer:
    """The page that a reader would get at a path, stored or made now; the answer of the site if that is no page."""
    address = Address(urlsplit(settings.SITE_URL).netloc, path)
    if _store:
        return _store.find(address, time()) or _store.make(address)
    answer = Maker(_site_inside(), urlsplit(settings.SITE_URL).scheme).make(address)
    return answer.stored_as(address, 0, time()) if answer.may_be_stored else answer


@cache
def _site_inside() -> Site:
    """The site for a question that it asks itself: nothing around that request begins or ends."""
    handler = BaseHandler()
    handler.load_middleware()

    def ask(environ: dict[str, Any], start: Callable) -> Iterable[bytes]:
        response = handler.get_response(WSGIRequest(environ))
        start(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return list(response)

    return ask
