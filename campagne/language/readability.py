"""How hard a Dutch text is to read, as two old formulas see it: by the length of its sentences and words.

They do not know what words mean, whether a text is well ordered or whether anybody understood it. So they are signals,
never a level: a text of short nonsense scores best of all.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from campagne.language.sentences import sentences_in
from campagne.language.syllables import syllables_of


@dataclass(frozen=True)
class Counted:
    """What a text is made of."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)

    @property
    def words_a_sentence(self) -> float | None:
        """The mean; None without a sentence."""
        return self.words / self.sentences if self.sentences else None

    @property
    def flesch_douma(self) -> float | None:
        """Higher is easier, mostly between 0 and 100; None without a word.

        Source: W.H. Douma, De leesbaarheid van landbouwbladen (1960): Flesch's formula, fitted to Dutch.
        """
        return self._weighed(206.84, 0.93, 77)

    @property
    def leesindex_a(self) -> float | None:
        """Higher is easier; None without a word.

        Source: R.H.M. Brouwer, Onderzoek naar de leesmoeilijkheden van Nederlands proza (1963).
        """
        return self._weighed(195, 2, 67)

    def _weighed(self, base: float, by_sentence: float, by_word: float) -> float | None:
        if not self.words:
            return None
        return base - by_word * self.syllables / self.words - by_sentence * self.words / self.sentences


def counted(texts: Iterable[str]) -> Counted:
    """Count the sentences, words and syllables of texts that stand apart from each other."""
    sentences = [sentence for text in texts for sentence in sentences_in(text)]
    syllables = sum(syllables_of(word.text) for sentence in sentences for word in sentence.parts)
    return Counted(len(sentences), sum(sentence.words for sentence in sentences), syllables)
