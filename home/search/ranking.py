"""Which pages answer a question, and how well. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from home.search.lexicon import Lexicon, Way
from home.search.question import Question, Term


@dataclass(frozen=True)
class Standing:
    """How often and how high up the looked-for stems stand on one page; `municipality` None is the region's page."""

    page: int
    weights: Mapping[str, int]
    municipality: int | None = None


@dataclass(frozen=True)
class Ranked:
    """A page that answers `answered` of the words; `score` only orders."""

    page: int
    answered: int
    score: float


def rank(question: Question, standings: Iterable[Standing], lexicon: Lexicon) -> list[Ranked]:
    """The pages that answer all words, best first; if there is none, those that answer most, at least half of them."""
    ranked = [_rank_one(question.terms, standing, lexicon) for standing in standings]
    most = max((found.answered for found in ranked), default=0)
    if most * 2 < len(question.terms):
        return []
    answering = [found for found in ranked if found.answered == most and most]
    return sorted(answering, key=lambda found: (-found.score, found.page))


def _rank_one(terms: Iterable[Term], standing: Standing, lexicon: Lexicon) -> Ranked:
    scores = [max((_worth(way, standing, lexicon) for way in term.ways), default=0.0) for term in terms]
    return Ranked(standing.page, sum(score > 0 for score in scores), round(sum(scores), 6))


def _worth(way: Way, standing: Standing, lexicon: Lexicon) -> float:
    """A word that few pages use tells more; one high on the page, or often on it, weighs more."""
    if way.owner is not None and way.owner != standing.municipality:
        return 0.0
    weights = [standing.weights.get(stem, 0) for stem in way.stems]
    if not all(weights):
        return 0.0
    rare = max(log(1 + lexicon.total / (1 + lexicon.pages.get(stem, 0))) for stem in way.stems)
    return way.nearness * sqrt(min(weights)) * (0.1 + rare)
