"""What is printed of an entrance: a poster on A4, a flyer on A5, or strips to cut for in a letter.

The page says itself what to do; the code and the address below it are those of the entrance. What does not fit is left
out by the rules of the posters of pages.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from wagtail.models import Page

from campagne.content.printing.fitting import CARD, POSTER, Fitted, Layout, Size, Words, fitted, shortened
from campagne.content.printing.gist import acts_of
from campagne.content.printing.sheets import code_of
from campagne.measurement.entrances.entrance import Entrance
from campagne.sheets.qr import spoken

SCAN = "Scan de code met de camera van uw telefoon, of typ het adres."
STRIPS = 4
# The strip has no rule of its own for what is too long: this much fits in its smallest room.
LONGEST_TITLE, LONGEST_SENTENCE = 90, 160
A4_TO_A3 = 2**-0.5


def _smaller(layout: Layout, share: float) -> Layout:
    """The same layout on smaller paper."""
    sizes = tuple(
        Size(size.name, size.title * share, size.sentence * share, size.act * share, size.detail * share)
        for size in layout.sizes
    )
    measures = ("width", "height", "mark", "mark_gap", "act_gap", "head_gap", "contact_gap")
    measures += ("code", "code_gap", "address", "foot")
    return replace(layout, sizes=sizes, **{name: getattr(layout, name) * share for name in measures})


class EntrancePaper(StrEnum):
    """A sheet by the end of its address."""

    POSTER = "poster"
    FLYER = "flyer"
    STRIPS = "stroken"

    @property
    def title(self) -> str:
        return {"poster": "Poster", "flyer": "Flyer", "stroken": "Stroken voor een brief"}[self.value]

    @property
    def label(self) -> str:
        """What a link to it says."""
        return f"{self.title} ({self.size})"

    @property
    def size(self) -> str:
        return "A5" if self is EntrancePaper.FLYER else "A4"

    @property
    def stylesheets(self) -> tuple[str, str]:
        # The flyer is as large as a help card, and looks like one.
        return (
            "css/sheet.css",
            f"css/sheet_{'card' if self is EntrancePaper.FLYER else f'entrance_{self.name.lower()}'}.css",
        )

    @property
    def layout(self) -> Layout:
        return CARD if self is EntrancePaper.FLYER else _smaller(POSTER, A4_TO_A3)


@dataclass(frozen=True)
class EntranceSheet:
    """What the template of a sheet needs; `address` is what the code says."""

    paper: EntrancePaper
    page: Any
    fitted: Fitted
    address: str

    @property
    def words(self) -> Words:
        return self.fitted.words

    @property
    def qr(self) -> SafeString:
        return code_of(self.address)

    @property
    def copies(self) -> range:
        """How often it stands on one sheet."""
        return range(STRIPS if self.paper is EntrancePaper.STRIPS else 1)


def address_of(entrance: Entrance) -> str:
    """The whole short address, as the code on paper says it."""
    return f"{settings.SITE_URL}{reverse('entrance', args=[entrance.code])}"


def sheet_of(entrance: Entrance, paper: EntrancePaper) -> EntranceSheet:
    page, address = entrance.page.specific, address_of(entrance)
    foot = (f"Het adres begint altijd met {spoken(settings.SITE_URL)}.",)
    words = replace(_words(page), scan=SCAN, address=spoken(address), foot=foot)
    if paper is EntrancePaper.STRIPS:
        return EntranceSheet(paper, page, Fitted(_briefly(words), "strip"), address)
    return EntranceSheet(paper, page, fitted(words, paper.layout), address)


def _words(page: Page) -> Words:
    return Words(page.title, getattr(page, "summary", ""), acts_of(page))


def _briefly(words: Words) -> Words:
    title, sentence = shortened(words.title, LONGEST_TITLE), shortened(words.sentence, LONGEST_SENTENCE)
    return replace(words, title=title, sentence=sentence, acts=())
