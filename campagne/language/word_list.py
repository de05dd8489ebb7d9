"""Difficult words with a simpler one, as a list that finds them in a text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from campagne.language.inflection import forms_of
from campagne.language.sentences import Sentence, Word, words_in


@dataclass(frozen=True)
class Entry:
    """A difficult word, or a few words together, with what to write instead; `note` says when not."""

    word: str
    simpler: str
    note: str = ""


@dataclass(frozen=True)
class Hard:
    """A difficult word as it stands in a text."""

    text: str
    start: int
    entry: Entry


class WordList:
    """Made once from its entries, then asked for each sentence. Of two that begin together, the longest counts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
        for entry in entries:
            for form in forms_of(entry.word):
                words = tuple(word.text for word in words_in(form))
                if words:
                    self._by_first[words[0]].append((words, entry))
        for found in self._by_first.values():
            found.sort(key=lambda pair: len(pair[0]), reverse=True)

    def hard_in(self, sentence: Sentence, explained: Collection[str] = ()) -> Iterator[Hard]:
        """The difficult words of a sentence, but for those that the page explains."""
        words = [word.text.casefold() for word in sentence.parts]
        place = 0
        while place < len(words):
            entry, length = self._at(words, place)
            if entry is not None and entry.word.casefold() not in explained:
                yield _hard(sentence, sentence.parts[place : place + length], entry)
            place += length

    def _at(self, words: Sequence[str], place: int) -> tuple[Entry | None, int]:
        for wanted, entry in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(wanted)]) == wanted:
                return entry, len(wanted)
        return None, 1


def _hard(sentence: Sentence, parts: Sequence[Word], entry: Entry) -> Hard:
    start, end = parts[0].start, parts[-1].end
    return Hard(sentence.text[start - sentence.start : end - sentence.start], start, entry)
