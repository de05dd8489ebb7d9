"""A card or a poster of a page: its words, fitted to one page, with a code that leads to the address below it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from campagne.content.instruction_words import INSTRUCTION_WORDS
from campagne.content.printing.fitting import CARD, POSTER, Act, Contact, Fitted, Words, fitted
from campagne.content.printing.gist import acts_of, calls_of, checked_on
from campagne.content.printing.paper import Paper
from campagne.sheets.qr import qr_svg, spoken

LAYOUTS = {Paper.CARD: CARD, Paper.POSTER: POSTER}
NOT_CHECKED = "Nog niet gecontroleerd."
SCAN = "Scan de code, of typ het adres."


@dataclass(frozen=True)
class Sheet:
    """What a template needs of a card or a poster; `address` is what the code says."""

    paper: Paper
    language: str
    fitted: Fitted
    address: str

    @property
    def words(self) -> Words:
        return self.fitted.words

    @property
    def qr(self) -> SafeString:
        return code_of(self.address)


def address_of(page: Any) -> str:
    """The whole address of a page, as the code on paper says it."""
    return f"{settings.SITE_URL}{urlsplit(page.url or '/').path}"


def code_of(address: str) -> SafeString:
    """The code of an address as SVG; the address is written below it too, so that is its text."""
    return mark_safe(qr_svg(address, f"QR-code: {spoken(address)}"))


def sheet_of(page: Any, paper: Paper) -> Sheet:
    """The card or the poster of a page in Dutch."""
    address, calls = address_of(page), calls_of(page)
    foot = [checked(page.reviewed_on)]
    contacts = [called.on_paper(unchecked=" (nog niet gecontroleerd)") for called in calls]
    if paper is Paper.CARD and (day := checked_on(calls)):
        foot.append(f"Nummers gecontroleerd op {date_format(day, 'j F Y')}.")
    return _sheet(paper, "nl", address, _words(page, acts_of(page), contacts, SCAN, foot))


def instruction_sheet(instruction: Any, page: Any, paper: Paper) -> Sheet:
    """That of an instruction with acts, in its language; the code leads to what is going on now."""
    language, words = instruction.language.value, INSTRUCTION_WORDS[instruction.language]
    now = f"{settings.SITE_URL}/nu/{'' if language == 'nl' else f'{language}/'}"
    foot = [words.follow, f"{words.emergency[0]}112{words.emergency[1]}", words.hang_up, _verified(page, words)]
    return _sheet(paper, language, now, _words(instruction, acts_of(page, instruction.acts), [], words.scan, foot))


def checked(day: date | None) -> str:
    return f"Gecontroleerd op {date_format(day, 'j F Y')}." if day else NOT_CHECKED


def _verified(page: Any, words: Any) -> str:
    """On which day an expert confirmed it; without one, when its text was checked, in Dutch alone."""
    if page.verified_on:
        return f"{words.verified} {date_format(page.verified_on, 'd-m-Y')}."
    return checked(page.reviewed_on) if words is INSTRUCTION_WORDS["nl"] else ""


def _words(told: Any, acts: tuple[Act, ...], contacts: list[Contact], scan: str, foot: list[str]) -> Words:
    return Words(told.title, told.summary, acts, tuple(contacts), scan, foot=tuple(line for line in foot if line))


def _sheet(paper: Paper, language: str, address: str, words: Words) -> Sheet:
    return Sheet(paper, language, fitted(replace(words, address=spoken(address)), LAYOUTS[paper]), address)
