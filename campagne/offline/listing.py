"""Everything that is kept of one page, with the bytes it takes: what is told before and what is fetched after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from campagne.content.models import ContentPage, InstructionPage
from campagne.offline.files import size_of
from campagne.offline.found import files_in
from campagne.serving.store.page import StoredPage
from campagne.serving.store.running import page_at, paths_of

# What somebody needs whatever they kept: the way in, what to do now, whom to call, and these screens themselves.
ALWAYS = ("/", "/nu/", "/nu/en/", "/nu/de/", "/melden/", "/bewaren/", "/offline/")
KILOBYTE, MEGABYTE = 1000, 1_000_000


@dataclass(frozen=True)
class Kept:
    """One address and how many bytes it takes on a device, unpacked."""

    address: str
    size: int

    @property
    def kind(self) -> str:
        """What it is to a reader: "page", "picture", "sound", or "rest" for what only makes it look right."""
        if self.address.startswith("/media/images/"):
            return "picture"
        if self.address.startswith("/media/"):
            return "sound"
        return "rest" if self.address.startswith("/static/") else "page"


@dataclass(frozen=True)
class Listing:
    """What is kept of a page; without anything when it cannot be read now."""

    files: tuple[Kept, ...]

    @cached_property
    def size(self) -> int:
        return sum(kept.size for kept in self.files)

    @property
    def size_in_words(self) -> str:
        return in_words(self.size)

    def number_of(self, kind: str) -> int:
        return sum(kept.kind == kind for kept in self.files)

    @property
    def contents(self) -> list[tuple[int, str]]:
        """How many there are of what, in Dutch, without what there is none of."""
        words = {
            "page": ("scherm om te lezen", "schermen om te lezen"),
            "picture": ("beeld", "beelden"),
            "sound": ("geluid", "geluiden"),
        }
        numbers = [(self.number_of(kind), *both) for kind, both in words.items()]
        return [(number, one if number == 1 else many) for number, one, many in numbers if number]


def in_words(size: int) -> str:
    """About how large, rounded up, so that it never takes more than was said: "640 kB", "1,3 MB"."""
    if size < MEGABYTE:
        return f"{-(-size // (10 * KILOBYTE)) * 10} kB"
    tenths = -(-size // (MEGABYTE // 10))
    return f"{tenths // 10},{tenths % 10} MB"


def listing_of(page: ContentPage) -> Listing:
    """List the addresses of a page and what is always kept, as they stand now, and the files that those name."""
    pages = list(_readable(dict.fromkeys((*paths_of(page), *ALWAYS, *cards()))))
    named = dict.fromkeys(name for _, html in pages for name in files_in(html))
    files = ((name, size_of(name)) for name in named)
    return Listing(
        (
            *(Kept(path, len(html.encode())) for path, html in pages),
            *(Kept(name, size) for name, size in files if size is not None),
        )
    )


def cards() -> Iterator[str]:
    """The cards of what to do, in Dutch, for every scenario that is ready."""
    for page in InstructionPage.objects.live().public().exclude(scenario="").order_by("path"):
        if page.acts:
            yield f"{page.get_url()}kaart/"


def _readable(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each address with its HTML; one that is no page, or cannot be made now, is left out."""
    for path in paths:
        page = page_at(path)
        if isinstance(page, StoredPage) and page.is_html:
            yield path, page.text
