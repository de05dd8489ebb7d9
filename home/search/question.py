"""What somebody looks for, understood: for every word the ways in which a page can answer it. Pure."""

from dataclasses import dataclass

from home.search.compounds import parts_of
from home.search.lexicon import JOINED, SAME, SYNONYM, Lexicon, Synonyms, Way, joined
from home.search.words import STOP_WORDS, stem, words_of

MISSPELT = 0.6
MOST_WAYS = 60


@dataclass(frozen=True)
class Term:
    """A word as it was typed, the ways to answer it, and the known word it was taken for (empty: itself)."""

    word: str
    ways: tuple[Way, ...]
    taken_for: str = ""

    @property
    def is_known(self) -> bool:
        return bool(self.ways)


@dataclass(frozen=True)
class Question:
    """The telling words of a query in order; `stems` are all that may be on a page that answers it."""

    terms: tuple[Term, ...] = ()

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for term in self.terms for way in term.ways for stem in way.stems)

    @property
    def unknown(self) -> list[str]:
        """The words that no page, no compound and no synonym knows."""
        return [term.word for term in self.terms if not term.is_known]

    @property
    def corrected(self) -> list[Term]:
        return [term for term in self.terms if term.taken_for]

    @property
    def as_taken(self) -> str:
        return " ".join(term.taken_for or term.word for term in self.terms)


def understand(query: str, lexicon: Lexicon) -> Question:
    """Turn a clean query into terms. Words that say nothing are left out, unless there is nothing else."""
    words = words_of(query)
    words = [word for word in words if word not in STOP_WORDS] or words
    wholes = joined(words, lexicon.forms)
    meant = _meant(words, lexicon.synonyms)
    return Question(
        tuple(_term(word, wholes.get(place, set()), meant.get(place, []), lexicon) for place, word in enumerate(words))
    )


def _term(word: str, wholes: set[str], meant: list[Way], lexicon: Lexicon) -> Term:
    ways = _known_ways(word, lexicon)
    ways += [Way((whole,), JOINED) for whole in sorted(wholes)]
    ways += [kin for way in meant for kin in _with_kin(way, lexicon)]
    if ways:
        return Term(word, _distinct(ways))
    near = lexicon.speller.nearest(word)
    if not near:
        return Term(word, ())
    ways = [Way(way.stems, way.nearness * MISSPELT, way.owner) for way in _known_ways(near, lexicon)]
    return Term(word, _distinct(ways), taken_for=near)


def _known_ways(word: str, lexicon: Lexicon) -> list[Way]:
    """The word itself with its kin, or else the known words it is made of or those of its family."""
    own = stem(word)
    if own in lexicon.pages:
        return [Way((own,), SAME), *lexicon.kin.get(own, [])]
    parts = tuple(dict.fromkeys(lexicon.forms[part] for part in parts_of(word, lexicon.compounding)))
    if parts:
        return [Way(parts, JOINED)]
    return [Way((other,), JOINED) for other in sorted(lexicon.relatives(word))]


def _meant(words: list[str], synonyms: list[Synonyms]) -> dict[int, list[Way]]:
    """What else is called so: of every list with an expression that was typed the others, by the place of its words."""
    stems = [stem(word) for word in words]
    found: dict[int, list[Way]] = {}
    for same in synonyms:
        for said in same.expressions:
            for start in _places_of(said, stems):
                others = [Way(other, SYNONYM, same.owner) for other in same.expressions if other != said]
                for place in range(start, start + len(said)):
                    found.setdefault(place, []).extend(others)
    return found


def _places_of(said: tuple[str, ...], stems: list[str]) -> list[int]:
    size = len(said)
    return [start for start in range(len(stems) - size + 1) if tuple(stems[start : start + size]) == said]


def _with_kin(way: Way, lexicon: Lexicon) -> list[Way]:
    """A synonym with what it is made of or part of; one that no page can answer is none."""
    if all(stem in lexicon.pages for stem in way.stems):
        return [way]
    parts: list[str] = []
    for each in way.stems:
        near = [kin for kin in _known_ways(each, lexicon) if len(kin.stems) > 1 or kin.nearness >= JOINED]
        if not near:
            return []
        parts += near[0].stems
    return [Way(tuple(dict.fromkeys(parts)), way.nearness * JOINED, way.owner)]


def _distinct(ways: list[Way]) -> tuple[Way, ...]:
    best: dict[tuple[tuple[str, ...], int | None], Way] = {}
    for way in ways:
        key = way.stems, way.owner
        if key not in best or best[key].nearness < way.nearness:
            best[key] = way
    return tuple(sorted(best.values(), key=lambda way: -way.nearness)[:MOST_WAYS])
