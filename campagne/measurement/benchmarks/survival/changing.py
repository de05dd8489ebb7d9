"""An editor publishes, withdraws, moves and lets end, while readers ask two web processes for the same pages."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from time import monotonic, sleep

from django.utils import timezone

from campagne.content.models import ArticleIndexPage
from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.crowd import Crowd
from campagne.measurement.benchmarks.survival.editing import Editor
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation, seconds_until
from campagne.measurement.benchmarks.survival.visiting import ask

SECONDS_TO_CHANGE = 1.0
SECONDS_TO_LIST = 30.0
# The clock looks every second for what has ended, and then takes it out of the lists.
SECONDS_TO_END = 4.0
SECONDS_TO_LIVE = 5
LAST = 999


@dataclass(frozen=True)
class Notice:
    """An article that exists only to be changed; its title says which version it is."""

    name: str

    @property
    def slug(self) -> str:
        return self.name.lower()

    def title(self, version: int) -> str:
        return f"{self.name}, versie {version}"

    def version_in(self, text: str) -> int:
        found = re.search(rf"{self.name}, versie (\d+)", text)
        return int(found[1]) if found else 0


@dataclass
class Sightings:
    """What readers saw of a notice at one address: when they asked (monotonic), the status, the version (0: none)."""

    port: int
    path: str
    notice: Notice
    seen: list[tuple[float, int, int]] = field(default_factory=list)

    def look(self) -> None:
        began, answer = monotonic(), ask(self.port, self.path)
        version = self.notice.version_in(answer.text) if answer.status == 200 else 0
        self.seen.append((began, answer.status, version))

    def last(self, is_old: Callable[[int], bool], since: float) -> float:
        """How many seconds after `since` somebody still asked and got an old version; 0 when nobody did."""
        return max((began - since for began, _, version in self.seen if is_old(version) and began > since), default=0.0)

    def statuses(self, since: float) -> set[int]:
        return {status for began, status, _ in self.seen if began > since}


class Watchers(Crowd):
    """Readers who look at all `places` again and again."""

    def __init__(self, *places: Sightings, number: int = 3) -> None:
        super().__init__(number)
        self._places = places

    def _work(self, own: int) -> None:
        while not self._stop.wait(0.005):
            for place in self._places:
                place.look()


def change(
    site: Installation, times: int = 5, watched: float = 12, within: float = SECONDS_TO_CHANGE
) -> Iterator[Finding]:
    """Change a page in every way, and watch `watched` seconds after each what readers still get.

    `within` so many seconds nobody gets the old one; a busy machine may be given more.
    """
    site.serve()
    notice, editor, (here, there) = Notice("Proefbericht"), Editor(site), two_lists(site)
    page, listing = here.sightings(site, notice)
    moved, other = there.sightings(site, notice)
    with Watchers(page, listing, moved, other):
        pk = editor.publish(here.page, notice.title(1), notice.slug)
        yield from published(editor, pk, page, listing, times, watched, within)
        editor.unpublish(pk)
        yield withdrawn("van de site gehaald", monotonic(), [page, listing], watched, within, most=within)
        editor.publish(here.page, notice.title(times + 1), notice.slug, pk)
        sleep(watched)
        editor.move(pk, there.page)
        yield withdrawn("verplaatst", monotonic(), [page, listing], watched, within, most=within)
        ended = end_soon(editor, notice, pk)
        yield withdrawn("afgelopen", ended, [moved, other], watched, within, most=SECONDS_TO_END)


@dataclass(frozen=True)
class List:
    """A page that lists articles."""

    page: int
    path: str

    def sightings(self, site: Installation, notice: Notice) -> tuple[Sightings, Sightings]:
        """Of the notice itself, below this list, and of the list."""
        return Sightings(site.port, f"{self.path}{notice.slug}/", notice), Sightings(site.port, self.path, notice)


def two_lists(site: Installation) -> tuple[List, List]:
    with site.database():
        here, there = (List(page.pk, page.url) for page in ArticleIndexPage.objects.order_by("path")[:2])
    return here, there


def published(
    editor: Editor,
    pk: int,
    page: Sightings,
    listing: Sightings,
    times: int,
    watched: float,
    within: float = SECONDS_TO_CHANGE,
) -> Iterator[Finding]:
    """Publish new versions one after another, and tell how long the one before was still given."""
    notice, longest, told_at = page.notice, 0.0, monotonic()
    for version in range(2, times + 1):
        editor.publish(0, notice.title(version), notice.slug, pk)
        told_at = monotonic()
        sleep(watched)
        longest = max(longest, page.last(lambda seen, new=version: seen < new, told_at))
    is_listed = seconds_until(lambda: listing.seen[-1][2] == times, SECONDS_TO_LIST) is not None
    listed = listing.last(lambda seen: seen < times, told_at)
    asked = len(page.seen)
    yield found(
        f"{times - 1} keer gepubliceerd, {asked:,} keer gelezen: de oude tot {longest:.2f} s na 'gepubliceerd'",
        f"na {within} s niemand",
        longest < within and asked > times,
    )
    yield found(
        f"in de lijst stond de oude titel nog {listed:.2f} s",
        f"hooguit {SECONDS_TO_LIST} s",
        is_listed and listed < SECONDS_TO_LIST,
    )


def withdrawn(
    how: str, since: float, places: list[Sightings], watched: float, within: float, *, most: float
) -> Finding:
    sleep(max(0.0, since - monotonic()) + watched)
    page, listing = (place.last(bool, since) for place in places)
    statuses = sorted(places[0].statuses(since + within))
    return found(
        f"pagina {how}: zelf nog {page:.2f} s te lezen, in de lijst {listing:.2f} s; daarna {statuses}",
        f"na {within} s nergens, in lijsten na {most} s",
        page < within and listing < most and not {200, 500} & set(statuses),
    )


def end_soon(editor: Editor, notice: Notice, page: int) -> float:
    """Publish it with an end in some seconds; return that moment, monotonic."""
    ends_at = timezone.localtime() + timedelta(seconds=SECONDS_TO_LIVE)
    ends_at = ends_at.replace(microsecond=0)
    editor.publish(0, notice.title(LAST), notice.slug, page, expire_at=f"{ends_at:%Y-%m-%d %H:%M:%S}")
    return monotonic() + (ends_at - timezone.now()).total_seconds()
