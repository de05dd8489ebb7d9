"""What became of a question: right, not right, not known, skipped, or never reached. Five things, never added up."""

from dataclasses import dataclass

from campagne.figures.disclosure import Figure, Kind
from campagne.quiz.answers.results import ItemResult
from campagne.quiz.questions.plan import Block
from campagne.quiz.report.given import Given
from campagne.quiz.report.words import BEGUN, SEEN, of_whom, told, told_together


@dataclass(frozen=True)
class StateLine:
    """One of the five, and how often out of whom."""

    name: str
    words: str


def states_of(item: ItemResult, block: Block, given: Given) -> tuple[StateLine, ...]:
    """Say the five in order; who began is everybody who took a version of the quiz that asks this there."""
    seen, begun = seen_and_begun(item, block, given)
    skipped = seen - item.whole
    counts = {"weet ik niet": item.dont_know, "overgeslagen": skipped}
    if item.version.is_scored and block is not Block.VOTE:
        counts = {"goed": item.right, "niet goed": item.answered - item.right, **counts}
    else:
        counts = {"antwoord gegeven": item.answered, **counts}
    outcomes = told_together([Figure(count, Kind.ATTEMPTS, seen) for count in counts.values()])
    lines = [StateLine(name, of_whom(outcome, SEEN)) for name, outcome in zip(counts, outcomes, strict=True)]
    not_reached = told(Figure(begun - seen, Kind.ATTEMPTS, begun))
    return (*lines, StateLine("niet bereikt", of_whom(not_reached, BEGUN)))


def seen_and_begun(item: ItemResult, block: Block, given: Given) -> tuple[int, int]:
    """How many attempts came to this question, and how many there were.

    In a measurement the order differs per attempt and nothing can be passed by, so there only an answer tells that
    somebody came there. Elsewhere an answer further on tells it too: who went past it skipped it.
    """
    places = [place for place in given.places if (place.version, place.block) == (item.version.pk, block)]
    begun = given.begun(place.quiz_version for place in places)
    answered = item.whole + item.skipped
    if block.measures:
        return answered, max(begun, answered)
    came = sum(given.came_to(place.order, place.quiz_version) for place in places)
    seen = max(came, answered)
    return seen, max(begun, seen)
