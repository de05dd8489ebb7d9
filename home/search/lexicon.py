"""The lexicon: what the site knows of words, made by the clock and read by every search. Pure.

A stem is what is looked up; a form is a word as pages write it. Stems that belong together are kin.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from itertools import chain, permutations
from typing import Any, NamedTuple

from home.search.compounds import parts_of
from home.search.spelling import Speller
from home.search.words import STOP_WORDS, families, stem, words_of

SAME, FAMILY, JOINED, SYNONYM, PART = 1.0, 0.9, 0.8, 0.7, 0.5
"""How near a page is that uses the word itself, one of its family, its parts or whole, a synonym, or a compound."""
MOST_KIN = 40
SHORTEST_COMPOUND = 6


class Way(NamedTuple):
    """Other stems that stand for a word: all of them must be on a page, which may have to be of one municipality."""

    stems: tuple[str, ...]
    nearness: float
    owner: int | None = None


class Synonyms(NamedTuple):
    """Expressions that mean the same, each as stems; `owner` is a municipality, None for the region."""

    expressions: tuple[tuple[str, ...], ...]
    owner: int | None = None


class Place(NamedTuple):
    """Something to find that is no page: a kind of incident, a place to report."""

    stems: tuple[str, ...]
    title: str
    url: str
    summary: str
    sign: str


@dataclass(frozen=True)
class Lexicon:
    """`forms` go to their stem, `pages` says on how many pages a stem stands, `bets` go from stems to pages.

    `names` are those of themes and groups, by `thema:cybercrime` and `groep:senioren`.
    """

    total: int = 0
    forms: dict[str, str] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    kin: dict[str, list[Way]] = field(default_factory=dict)
    families: dict[str, list[str]] = field(default_factory=dict)
    synonyms: list[Synonyms] = field(default_factory=list)
    bets: dict[str, list[int]] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    @cached_property
    def speller(self) -> Speller:
        return Speller({form: self.pages.get(stem, 0) for form, stem in self.forms.items()})

    @cached_property
    def compounding(self) -> frozenset[str]:
        """The forms that a compound can be made of."""
        return frozenset(form for form in self.forms if form not in STOP_WORDS and form.isalpha())

    def relatives(self, word: str) -> set[str]:
        """The stems of the families of a word that need not be known itself."""
        return {stem for name in families(word) for stem in self.families.get(name, ())}

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Lexicon":
        """Read what `as_json` gave, with lists where it had tuples."""
        return cls(
            told["total"],
            told["forms"],
            told["pages"],
            {
                stem: [Way(tuple(stems), near, owner) for stems, near, owner in ways]
                for stem, ways in told["kin"].items()
            },
            told["families"],
            [Synonyms(tuple(map(tuple, expressions)), owner) for expressions, owner in told["synonyms"]],
            told["bets"],
            [Place(tuple(stems), *rest) for stems, *rest in told["places"]],
            told["names"],
        )


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of what somebody types, in order, without words that say nothing; all of them if nothing is left."""
    words = words_of(text)
    telling = [word for word in words if word not in STOP_WORDS] or words
    return tuple(stem(word) for word in telling)


def kin_of(forms: dict[str, str], pages: dict[str, int], by_family: dict[str, list[str]]) -> dict[str, list[Way]]:
    """Which stems stand for which: of one family, a compound for its parts together, and a part for its compounds."""
    ways: defaultdict[str, dict[tuple[str, ...], float]] = defaultdict(dict)
    for one, other in chain.from_iterable(permutations(family, 2) for family in by_family.values()):
        ways[one].setdefault((other,), FAMILY)
    telling = {form for form in forms if form not in STOP_WORDS and form.isalpha()}
    for form in sorted(telling, key=len):
        parts = parts_of(form, telling) if len(form) >= SHORTEST_COMPOUND else ()
        stems = tuple(dict.fromkeys(forms[part] for part in parts))
        if len(stems) > 1:
            ways[forms[form]].setdefault(stems, JOINED)
        for part in stems:
            if part != forms[form]:
                ways[part].setdefault((forms[form],), PART)
    return {stem: _nearest(found, pages) for stem, found in ways.items()}


def families_of(forms: dict[str, str]) -> dict[str, list[str]]:
    """The stems of every family of words, by its name."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for form, its_stem in forms.items():
        for name in families(form):
            by_name[name].add(its_stem)
    return {name: sorted(stems) for name, stems in by_name.items()}


def _nearest(found: dict[tuple[str, ...], float], pages: dict[str, int]) -> list[Way]:
    """The best, of those as near the ones that most pages use."""
    order = sorted(found, key=lambda stems: (-found[stems], -min(pages.get(stem, 0) for stem in stems), stems))
    return [Way(stems, found[stems]) for stems in order[:MOST_KIN]]


def joined(words: Sequence[str], forms: dict[str, str]) -> dict[int, set[str]]:
    """Where words beside each other make a known compound, its stem by the place of each of them."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for size in (2, 3, 4):
        for start in range(len(words) - size + 1):
            for whole in _wholes(words[start : start + size]):
                if whole in forms:
                    for place in range(start, start + size):
                        found[place].add(forms[whole])
    return dict(found)


def _wholes(words: Sequence[str]) -> Iterable[str]:
    yield "".join(words)
    for place in range(1, len(words)):
        if not words[place - 1].endswith("s"):
            yield "".join([*words[:place], "s", *words[place:]])
