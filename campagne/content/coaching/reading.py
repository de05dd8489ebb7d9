"""How the texts of one page read: what they are made of and what may make them hard."""

from collections import Counter
from dataclasses import dataclass

from wagtail.models import Page

from campagne.content.coaching.passages import easy_passages, level_of, own_passages, words_explained_on
from campagne.language.norms import NORMS, Level, Norm
from campagne.language.readability import Counted, counted
from campagne.language.signals import Kind, Signal, signals_of
from campagne.language.word_list import WordList


@dataclass(frozen=True)
class Reading:
    """The page itself and its easy text; `easy` is None when it has none."""

    level: Level
    own: Counted
    easy: Counted | None
    signals: tuple[Signal, ...]

    @property
    def norm(self) -> Norm:
        return NORMS[self.level]

    @property
    def is_longer_than_the_norm(self) -> bool:
        """Tell whether the sentences are too long on average, of the page or of its easy text."""
        return _over(self.own, self.norm) or (self.easy is not None and _over(self.easy, NORMS[Level.EASY]))

    def number_of(self, *kinds: Kind) -> int:
        found = Counter(signal.kind for signal in self.signals)
        return sum(found[kind] for kind in kinds)


def reading_of(page: Page, words: WordList) -> Reading:
    """Read a page as it is in memory, so also one that nobody saved."""
    own, easy = list(own_passages(page)), list(easy_passages(page))
    return Reading(
        level=level_of(page),
        own=counted(passage.text for passage in own),
        easy=counted(passage.text for passage in easy) if easy else None,
        signals=tuple(signals_of([*own, *easy], words, words_explained_on(page))),
    )


def _over(text: Counted, norm: Norm) -> bool:
    return text.words_a_sentence is not None and text.words_a_sentence > norm.average
