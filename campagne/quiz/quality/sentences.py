"""Sentences of a Dutch text and how long they are, without a database. A rule of thumb, not a level of reading."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A full stop after these ends no sentence.
SHORTENED = ("bijv", "bv", "o.a", "d.w.z", "enz", "nl", "m.b.t", "dhr", "mevr", "dr", "nr", "t/m", "i.p.v", "m.a.w")
END = re.compile(r"(?<=[.!?…])[”’\"')]*\s+|\n+|(?<=[:;])\s+")
WORD = re.compile(r"\w+(?:[’'.,-]+\w+)*")


@dataclass(frozen=True)
class Sentence:
    text: str
    words: int


def sentences_in(text: str) -> list[Sentence]:
    """The sentences that have words. A colon, a semicolon and a new line end one too."""
    counted = (Sentence(piece, len(WORD.findall(piece))) for piece in _pieces(text))
    return [sentence for sentence in counted if sentence.words]


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for end in END.finditer(text):
        piece = text[start : end.start()]
        last = piece.split()[-1].rstrip(".").casefold() if piece.split() else ""
        if piece.endswith(".") and last in SHORTENED and "\n" not in end[0]:
            continue
        yield piece.strip()
        start = end.end()
    yield text[start:].strip()


def overlong(texts: Iterable[str], most: int) -> list[Sentence]:
    """The sentences with more words than this."""
    return [sentence for text in texts for sentence in sentences_in(text) if sentence.words > most]


def average_length(texts: Iterable[str]) -> float | None:
    """Words a sentence on average; None without a sentence."""
    lengths = [sentence.words for text in texts for sentence in sentences_in(text)]
    return sum(lengths) / len(lengths) if lengths else None
