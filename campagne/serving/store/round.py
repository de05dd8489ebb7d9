"""The clock's round: after a change, make every public page again on this machine, the popular ones first.

Readers then find them on disk, also those that nobody has asked for yet: with the database stopped they still stand.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import chain
from time import monotonic, sleep, time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db.models import Sum
from django.utils import timezone
from django.utils.module_loading import import_string
from wagtail.models import Page

from campagne.serving.store.address import ABOUT_NOW, WELL_KNOWN, Address
from campagne.serving.store.front import SECONDS_CURRENT, Store
from campagne.serving.store.generation import Generation, Moment
from campagne.serving.store.given_out import GivenOut
from campagne.serving.store.renewal import renew
from campagne.serving.store.running import addresses_of, new_store

SECONDS_AT_A_TIME = 1.0
# Who changes more than one page within this time is at work: an import, or many planned pages.
SECONDS_BETWEEN_CHANGES = 1.0
DAYS_OF_POPULARITY = timedelta(days=2)
NOT_IN_THE_TREE = (
    *(*ABOUT_NOW, "/zoeken/", "/wat-we-meten/", "/privacy/", "/bewaren/", "/offline/"),
    *("/robots.txt", "/sitemap.xml", WELL_KNOWN),
)

# Functions of `at` that give paths of what is no page; dotted, because they live in higher layers.
ELSEWHERE = (
    "campagne.activities.places.paths_at",
    "campagne.action_plan.places.paths_at",
    "campagne.measurement.public.places.paths_at",
)


class Round:
    """One walk over all public addresses, a second at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ahead: Iterator[Address] = iter(())
        self._made_for: Moment | None = None
        self._began = 0.0

    def go_on(self, at: datetime) -> int:
        """Make pages for about a second; return how many. Does nothing while nothing has changed.

        A clock that starts may be of a new release, or after a change that nobody could tell of: all is made again.
        """
        if self._made_for is None:
            Generation.objects.rise()
        moment = self._store.watch.ask()
        until, made = monotonic() + SECONDS_AT_A_TIME, 0
        while monotonic() < until:
            address = next(self._ahead, None)
            if address is None and not self._begin_again(moment, at):
                break
            if address is not None and not self._is_recent(address):
                began = monotonic()
                made += renew(self._store, address, made_since=time())
                sleep(rest_after(monotonic() - began, since_change=began - self._store.watch.changed_at))
        return made

    def _begin_again(self, moment: Moment, at: datetime) -> bool:
        """List everything when something changed or pages grow old; tell whether there is anything to do."""
        if moment == self._made_for and time() - self._began < SECONDS_CURRENT / 2:
            return False
        self._made_for, self._began = moment, time()
        self._store.shelf.tidy(time())
        self._ahead = iter(by_popularity(at, self._store))
        return True

    def _is_recent(self, address: Address) -> bool:
        page = self._store.shelf.fetch(address)
        return page is not None and self._store.is_current(page, time()) and time() - page.made_at < SECONDS_CURRENT / 3


def rest_after(seconds: float, *, since_change: float) -> float:
    """After work of so many seconds, how long to leave the processor to who is still changing pages."""
    return seconds if since_change < SECONDS_BETWEEN_CHANGES else 0.0


def by_popularity(at: datetime, store: Store) -> list[Address]:
    """Every public address and every page on disk: what is about now, then those given out most on the last days."""
    since = timezone.localdate(at) - DAYS_OF_POPULARITY
    counted = GivenOut.objects.filter(day__gte=since).values_list("path").annotate(Sum("count"))
    given = dict(counted.order_by())
    known = dict.fromkeys(chain(public_addresses(at), (page.address for page in store.shelf.on_disk())))
    return sorted(known, key=lambda address: (address.path not in ABOUT_NOW, -given.get(address.path, 0)))


def public_addresses(at: datetime) -> Iterator[Address]:
    host = urlsplit(settings.SITE_URL).netloc
    yield from (Address(host, path) for path in NOT_IN_THE_TREE)
    yield from (Address(host, path) for told in ELSEWHERE for path in import_string(told)(at))
    for page in Page.objects.live().public().filter(depth__gt=1).specific():
        yield from addresses_of(page)


@cache
def _round() -> Round:
    return Round(new_store(get_wsgi_application(), most_bytes=0))


def renew_some(at: datetime) -> int:
    """The job of the clock."""
    return _round().go_on(at)
