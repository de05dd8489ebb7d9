"""Until where do people come? Who stops is drop-off, and never wrong."""

from dataclasses import dataclass, replace
from textwrap import shorten

from campagne.figures.bars import BarChart, bar_chart
from campagne.figures.disclosure import Figure, Kind, Outcome
from campagne.figures.notation import number
from campagne.quiz.questions.plan import Block
from campagne.quiz.report.given import Given, Place
from campagne.quiz.report.item import Line
from campagne.quiz.report.words import BEGUN, of_whom, told

LONGEST_LABEL = 70
MEASUREMENTS = {
    Block.MEASURE_PRE: "Meting vooraf, minstens één vraag",
    Block.MEASURE_POST: "Meting achteraf, minstens één vraag",
}


@dataclass(frozen=True)
class DropOff:
    """How many came to each part, as a table and as bars; `versions` is how many versions of the quiz are in it."""

    lines: tuple[Line, ...]
    chart: BarChart
    versions: int
    sentence: str


def drop_off(given: Given) -> DropOff | None:
    """Report how far people who came alone came in the quiz as it is now; None when nobody began it.

    A group goes on together, so that says nothing about where people stop. Versions of the quiz that ask the same
    series in the same order are taken together.
    """
    given = replace(given, ends=given.ends_alone)
    alike = _like_now(given)
    begun = given.begun(alike)
    if not begun:
        return None
    stops = [("Begonnen", begun)]
    for place in _stops(given.now):
        came = sum(given.came_to(place.order, version) for version in alike)
        stops.append((_name(place, given), came))
    finished = sum(times for (version, _, is_finished), times in given.ends.items() if is_finished and version in alike)
    stops.append(("Tot het einde", min(finished, begun)))
    outcomes = [(name, told(Figure(came, Kind.ATTEMPTS, begun))) for name, came in stops]
    return DropOff(
        lines=tuple(Line(name, of_whom(outcome, BEGUN)) for name, outcome in outcomes[1:]),
        chart=bar_chart([(shorten(name, LONGEST_LABEL, placeholder="…"), outcome) for name, outcome in outcomes]),
        versions=len(alike),
        sentence=_sentence(begun, outcomes[-1][1]),
    )


def _stops(places: list[Place]) -> list[Place]:
    """The questions, and of a measurement its first: in what order its questions come differs per attempt."""
    asked = [place for place in places if place.block.asks]
    firsts = {place.block: place for place in reversed(asked) if place.block.measures}
    return [place for place in asked if not place.block.measures or firsts[place.block] is place]


def _name(place: Place, given: Given) -> str:
    if place.block in MEASUREMENTS:
        return MEASUREMENTS[place.block]
    return f"{place.order}. {given.versions[place.version].stem}" if place.version else f"{place.order}. {place.title}"


def _sentence(begun: int, finished: Outcome) -> str:
    began = f"{number(begun)} keer is iemand begonnen"
    if not finished.is_shown:
        return "Er zijn nog te weinig pogingen om te zien waar mensen stoppen."
    return f"{began}, en {number(finished.count)} keer kwam iemand tot het einde."


def _like_now(given: Given) -> set[int]:
    """The versions of the quiz that ask the same in the same order as the newest, up to words."""
    by_version: dict[int, list[tuple]] = {}
    for place in given.places:
        series = given.versions[place.version].series_id if place.version else None
        by_version.setdefault(place.quiz_version, []).append((place.order, place.block, series))
    now = [(p.order, p.block, given.versions[p.version].series_id if p.version else None) for p in given.now]
    return {version for version, plan in by_version.items() if plan == now}
