"""Abbreviations that a reader may not know: with points (m.b.t.), and of capitals (NCSC) that nobody explained."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from campagne.language.sentences import Sentence, Word, words_in
from campagne.language.shortened import IN_FULL, ONLY_WITH_A_POINT

# Most people know these better than what they stand for.
KNOWN_TO_MOST = (
    "AED ANWB APK BN BSN BTW BV CD DVD EHBO EK EU GGD GPS HBO ID KPN LED MBO NAVO NL NOS NS NV OV PC PDF PIN QR RTL SIM"
    " SMS TV UK USA USB VN VS VVV WC WIFI WK XL"
)
KNOWN = frozenset(KNOWN_TO_MOST.split())
CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,6}")
LOUD = 3
"""A text with this many words of capitals beside each other is shouted, and no row of abbreviations."""


@dataclass(frozen=True)
class Short:
    """An abbreviation in a text; `in_full` is empty for one that we do not know."""

    word: Word
    in_full: str = ""


def shortened_in(text: str, sentence: Sentence) -> Iterator[Short]:
    """The abbreviations with points in a sentence of a text."""
    for word in sentence.parts:
        name = word.text.casefold()
        has_point = text[word.end : word.end + 1] == "."
        if name in IN_FULL and (has_point or "." in name) and not (name in ONLY_WITH_A_POINT and _ends(sentence, word)):
            yield Short(Word(f"{word.text}." if has_point else word.text, word.start), IN_FULL[name])


def _ends(sentence: Sentence, word: Word) -> bool:
    """Tell whether the point after this word is that of the sentence."""
    return word.end + 1 >= sentence.end


def unexplained_in(sentence: Sentence, explained: Collection[str]) -> Iterator[Short]:
    """The abbreviations of capitals in a sentence that are neither known to most people nor explained."""
    if _is_loud(sentence):
        return
    for word in sentence.parts:
        if CAPITALS.fullmatch(word.text) and word.text not in KNOWN and word.text.casefold() not in explained:
            yield Short(word)


def _is_loud(sentence: Sentence) -> bool:
    capitals = sum(word.text.isupper() for word in sentence.parts)
    return capitals >= LOUD and capitals * 2 > sentence.words


def explained_in(text: str) -> frozenset[str]:
    """The abbreviations that a text explains itself: "de veiligheidsregio (VRZL)" or "VRZL (de veiligheidsregio)"."""
    found = set()
    for word in words_in(text):
        before, after = text[word.start - 1 : word.start], text[word.end : word.end + 2]
        if CAPITALS.fullmatch(word.text) and (before == "(" or after == " ("):
            found.add(word.text.casefold())
    return frozenset(found)
