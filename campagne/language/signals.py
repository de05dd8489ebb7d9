"""What may make a text hard to read, word by word and sentence by sentence.

A signal asks its editor to look again. It is no mark: a text without signals may still be hard, and one with them good.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from campagne.language.abbreviations import explained_in, shortened_in, unexplained_in
from campagne.language.links import CLICK, is_bare, says_nothing
from campagne.language.norms import NORMS
from campagne.language.passage import Passage
from campagne.language.passive import passive_in
from campagne.language.sentences import Sentence, sentences_in
from campagne.language.word_list import WordList

SHOWN_OF_A_SENTENCE = 90


class Kind(StrEnum):
    """What a signal is about; in the order in which it helps most to mend."""

    TOO_LONG = "te-lang"
    WORD = "woord"
    LONG = "lang"
    LINK = "link"
    ABBREVIATION = "afkorting"
    PASSIVE = "lijdend"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS: Mapping[Kind, str] = {
    Kind.TOO_LONG: "Zin is te lang",
    Kind.WORD: "Moeilijk woord",
    Kind.LONG: "Lange zin",
    Kind.LINK: "Link zonder doel",
    Kind.ABBREVIATION: "Afkorting",
    Kind.PASSIVE: "Lijdende zin?",
}


@dataclass(frozen=True)
class Signal:
    """`found` stands in the passage from `start` up to `end`; `sentence` is where it was found, cut when it is long."""

    kind: Kind
    found: str
    start: int
    advice: str
    sentence: str
    place: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.found)


def signals_of(passages: Iterable[Passage], words: WordList, explained: Collection[str] = ()) -> list[Signal]:
    """All signals, in the order of the text. `explained` are words, in small letters, that the page explains."""
    passages = list(passages)
    own = frozenset().union(*(explained_in(passage.text) for passage in passages))
    known = own | {word.casefold() for word in explained}
    return [signal for passage in passages for signal in signals_in(passage, words, known)]


def signals_in(passage: Passage, words: WordList, explained: Collection[str] = ()) -> list[Signal]:
    found = list(_of_links(passage))
    for sentence in sentences_in(passage.text):
        found += _of_length(passage, sentence)
        found += _of_words(passage, sentence, words, explained)
        found += _of_abbreviations(passage, sentence, explained)
        found += _of_passives(passage, sentence)
    return sorted(found, key=lambda signal: signal.start)


def _of_length(passage: Passage, sentence: Sentence) -> Iterator[Signal]:
    norm = NORMS[passage.level]
    if sentence.words <= norm.long:
        return
    kind, limit = (Kind.TOO_LONG, norm.hard) if sentence.words > norm.hard else (Kind.LONG, norm.long)
    advice = f"Deze zin heeft {sentence.words} woorden. In {norm.name} liever niet meer dan {limit}. Maak er twee van."
    yield Signal(kind, sentence.text, sentence.start, advice, shown(sentence), passage.place)


def _of_words(passage: Passage, sentence: Sentence, words: WordList, explained: Collection[str]) -> Iterator[Signal]:
    for hard in words.hard_in(sentence, explained):
        note = f" {hard.entry.note}" if hard.entry.note else ""
        advice = f"Makkelijker: ‘{hard.entry.simpler}’.{note}"
        yield Signal(Kind.WORD, hard.text, hard.start, advice, shown(sentence), passage.place)


def _of_abbreviations(passage: Passage, sentence: Sentence, explained: Collection[str]) -> Iterator[Signal]:
    for short in shortened_in(passage.text, sentence):
        advice = f"Schrijf liever: ‘{short.in_full}’."
        yield Signal(Kind.ABBREVIATION, short.word.text, short.word.start, advice, shown(sentence), passage.place)
    for short in unexplained_in(sentence, explained):
        advice = f"Nergens uitgelegd. Schrijf de naam voluit, met ({short.word.text}) erachter."
        yield Signal(Kind.ABBREVIATION, short.word.text, short.word.start, advice, shown(sentence), passage.place)


def _of_passives(passage: Passage, sentence: Sentence) -> Iterator[Signal]:
    if (word := passive_in(sentence)) is not None:
        advice = "Wie doet het? Begin met die persoon, als dat kan."
        yield Signal(Kind.PASSIVE, word.text, word.start, advice, shown(sentence), passage.place)


def _of_links(passage: Passage) -> Iterator[Signal]:
    for text in filter(passage.text.__contains__, passage.links):
        if says_nothing(text):
            yield _of_link(passage, text, "Deze link zegt niet waar hij heen gaat. Noem de pagina of de organisatie.")
        elif is_bare(text):
            yield _of_link(passage, text, "Een webadres is moeilijk te lezen. Schrijf de naam van de website.")
    for found in CLICK.finditer(passage.text):
        if not any(found[0] in text for text in passage.links):
            advice = "Wie luistert of print, klikt niet. Zeg wat de lezer daar vindt."
            yield Signal(Kind.LINK, found[0], found.start(), advice, found[0], passage.place)


def _of_link(passage: Passage, text: str, advice: str) -> Signal:
    return Signal(Kind.LINK, text, passage.text.index(text), advice, text, passage.place)


def shown(sentence: Sentence) -> str:
    """The sentence, cut after a word when it is long."""
    if len(sentence.text) <= SHOWN_OF_A_SENTENCE:
        return sentence.text
    return f"{sentence.text[:SHOWN_OF_A_SENTENCE].rsplit(None, 1)[0]} …"
