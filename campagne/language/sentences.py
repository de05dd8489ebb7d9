"""Sentences and words of a Dutch text, each with its place. A rule of thumb, without a database.

A colon, a semicolon and a new line end a sentence too, so that a heading and each item of a list is one of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campagne.language.shortened import ENDS_A_SENTENCE_TOO, SHORTENED

END = re.compile(r"""(?<=[.!?…])[”’"')\]]*\s+|[\n\r\v\f\x85\u2028\u2029]+|(?<=[:;])\s+""")
LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
WORD = re.compile(
    r"""(?:https?://|www\.)[^\s<>]*[^\s<>.,:;!?…)\]”’"']"""  # an address of a website
    r"|\w[\w.+-]*@\w[\w.-]*\w"  # an address for mail
    r"|(?<![\w.,])(?:\+\d{1,3}|0\d{1,3})[- ]?\d{2,}(?:[- ]\d{2,})*"  # a number to call: 088-786 73 72
    r"|\d{1,2}:\d{2}\b"  # a time
    r"|\bt/m\b"
    r"|\w[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}/[\w/-]*\w"  # politie.nl/aangifte
    r"|\w+(?:[’'.,-]+\w+)*"
)
# The number of an item: "1. Bel uw bank."
ITEM = re.compile(r"\d{1,2}\.")
# So far back is looked for the beginning of an abbreviation.
LONGEST = 24


@dataclass(frozen=True)
class Word:
    """A word, an amount, a number to call or an address: what a reader takes in at once."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Sentence:
    """A sentence with at least one word; places are those in the whole text."""

    text: str
    start: int
    parts: tuple[Word, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        return len(self.parts)


def words_in(text: str) -> tuple[Word, ...]:
    return tuple(Word(found[0], found.start()) for found in WORD.finditer(text))


def sentences_in(text: str) -> list[Sentence]:
    """The sentences that have words, in order; every word is in exactly one."""
    words, first, found = words_in(text), 0, []
    for start, end in _pieces(text):
        last = first
        while last < len(words) and words[last].start < end:
            last += 1
        if last > first:
            found.append(Sentence(text[start:end], start, words[first:last]))
        first = last
    return found


def overlong(texts: Iterable[str], most: int) -> list[Sentence]:
    """The sentences with more words than this."""
    return [sentence for text in texts for sentence in sentences_in(text) if sentence.words > most]


def average_length(texts: Iterable[str]) -> float | None:
    """Words a sentence on average; None without a sentence."""
    lengths = [sentence.words for text in texts for sentence in sentences_in(text)]
    return sum(lengths) / len(lengths) if lengths else None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end, without the white space around them."""
    start = 0
    for found in END.finditer(text):
        if not _goes_on(text, start, found):
            yield _bare(text, start, found.end())
            start = found.end()
    yield _bare(text, start, len(text))


def _goes_on(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the point here belongs to an abbreviation, an initial or the number of an item."""
    before = text[max(start, found.start() - LONGEST) : found.start()].split()
    if not before or not before[-1].endswith(".") or LINE_ENDS.intersection(found[0]):
        return False
    last = before[-1].lstrip("(‘“\"'")
    if (len(before) == 1 and ITEM.fullmatch(last)) or (len(last) == 2 and last[0].isupper()):
        return True
    name = last.rstrip(".").casefold()
    return name in SHORTENED and not (name in ENDS_A_SENTENCE_TOO and text[found.end() : found.end() + 1].isupper())


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
