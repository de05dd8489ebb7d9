"""A word that the site does not know, and the known ones it was probably meant to be. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from home.search.words import sound_of

SHORTEST_MISSPELT = 4
MOST_LOOKED_AT = 25


def letters_apart(one: str, other: str, most: int) -> int:
    """How many letters were changed, added, left out or swapped (Damerau); `most` + 1 for anything further apart."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, opposite in enumerate(other, start=1):
            cost = min(last[column] + 1, here[-1] + 1, last[column - 1] + (letter != opposite))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == opposite:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > most:
            return most + 1
        before, last = last, here
    return min(last[-1], most + 1)


class Speller:
    """Knows words with how many pages use each, by their sound and by their pairs of letters."""

    def __init__(self, used: Mapping[str, int]) -> None:
        self._used = used
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self._by_pair: defaultdict[str, list[str]] = defaultdict(list)
        for word in used:
            if len(word) >= SHORTEST_MISSPELT and word.isalpha():
                sound = sound_of(word)
                self._by_sound[sound].append(word)
                for pair in _pairs(sound):
                    self._by_pair[pair].append(word)

    def nearest(self, word: str) -> str:
        """The word that sounds the same, or that is a letter or two away; empty if nothing is near."""
        if len(word) < SHORTEST_MISSPELT or not word.isalpha():
            return ""
        sound = sound_of(word)
        if alike := self._by_sound.get(sound):
            return self._best((0, other) for other in alike)
        most = min(1 if len(word) < 7 else 2, len(sound) // 3)  # Of two sounds, one other is another word.
        apart = ((letters_apart(sound, sound_of(other), most), other) for other in self._sharing(sound))
        return self._best((steps, other) for steps, other in apart if steps <= most)

    def _sharing(self, sound: str) -> Iterable[str]:
        """The words that share most pairs of letters with it."""
        shared = Counter(other for pair in _pairs(sound) for other in self._by_pair.get(pair, ()))
        return (other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_LOOKED_AT])

    def _best(self, near: Iterable[tuple[int, str]]) -> str:
        return min(near, key=lambda found: (found[0], -self._used[found[1]], found[1]), default=(0, ""))[1]


def _pairs(word: str) -> set[str]:
    edged = f"^{word}$"
    return {edged[place : place + 2] for place in range(len(edged) - 1)}
