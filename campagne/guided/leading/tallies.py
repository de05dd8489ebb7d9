"""What a group chose, as the board shows it: every answer of a question, or none where too few answered.

Answers on devices and paper, and hands in the room, are two tallies. They are never added up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campagne.figures.disclosure import Audience, Figure, Kind, Shown, Thresholds, publishable, publishable_item
from campagne.guided.leading.hands import Hands
from campagne.quiz.answers.results import ItemResult, item_result
from campagne.quiz.paper.lettered import Lettered
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import Construct, State
from campagne.quiz.questions.scoring import Kind as QuestionKind

DONT_KNOW = "Weet ik niet"
IN_ORDER, OTHERWISE = "In de goede volgorde", "In een andere volgorde"
TOO_FEW = "Er zijn te weinig antwoorden om te laten zien."
RECOGNISABLE = "Deze antwoorden laten we niet zien. Anders is te zien wie wat koos."


@dataclass(frozen=True)
class Bar:
    """One answer: how many chose it, and how long its bar is, in whole percents. `letter` is empty for no option."""

    letter: str
    text: str
    count: int
    length: int
    is_right: bool = False


@dataclass(frozen=True)
class Tally:
    """What was chosen by how many. `withheld` says why there are no bars; empty where there are."""

    bars: tuple[Bar, ...]
    n: int
    withheld: str = ""
    by_hand: bool = False


@dataclass(frozen=True)
class Share:
    """How many had it right, and the length of the bar; `withheld` as in a tally."""

    count: int = 0
    n: int = 0
    length: int = 0
    withheld: str = ""


@dataclass(frozen=True)
class Limits:
    """What decides whether figures of a group may be on its board."""

    thresholds: Thresholds
    is_sensitive_group: bool

    def figure(self, count: int, n: int, kind: Kind, *, is_sensitive_item: bool = False) -> Figure:
        return Figure(
            count,
            kind,
            n,
            sessions=1,
            is_sensitive_item=is_sensitive_item,
            is_sensitive_group=self.is_sensitive_group,
        )


def tally_of_answers(
    question: Lettered, block: Block, patterns: Mapping[str, int], limits: Limits, *, shows_key: bool
) -> Tally:
    """Count the answers that people gave on a device or on paper."""
    result = item_result(question.version, patterns)
    is_marked = shows_key and question.is_scored and block is not Block.VOTE
    return _tally(question, _counts(question, result, is_marked=is_marked), result.whole, limits, Kind.ANSWERS)


def tally_of_hands(question: Lettered, block: Block, hands: Hands, limits: Limits, *, shows_key: bool) -> Tally:
    """Count the hands that went up, of how many people were in the room."""
    is_marked = shows_key and question.is_scored and block is not Block.VOTE
    counts = [
        (option.letter, option.text, hands.patterns.get(str(option.order), 0), is_marked and option.is_right)
        for option in question.options
    ]
    counts.append(("", DONT_KNOW, hands.patterns.get(State.DONT_KNOW.value, 0), False))
    n = max(hands.present, *(count for _, _, count, _ in counts))
    return _tally(question, counts, n, limits, Kind.PERSONS, by_hand=True)


def share_right(question: Lettered, patterns: Mapping[str, int], limits: Limits) -> Share | None:
    """How many had it right on a device or on paper; None where nobody answered or nothing is right."""
    result = item_result(question.version, patterns)
    if not question.is_scored or not result.whole:
        return None
    return _share(limits.figure(result.right, result.whole, Kind.ANSWERS), limits)


def share_right_by_hand(question: Lettered, hands: Hands, limits: Limits) -> Share | None:
    """How many hands went up for what is right; None where more than one may be chosen, or nothing was counted."""
    if not question.is_scored or not hands.patterns or not question.takes_one:
        return None
    right = sum(hands.patterns.get(str(option.order), 0) for option in question.right)
    return _share(limits.figure(right, max(hands.present, right), Kind.PERSONS), limits)


def _share(figure: Figure, limits: Limits) -> Share:
    outcome = publishable(figure, audience=Audience.BOARD, thresholds=limits.thresholds)
    if not isinstance(outcome, Shown):
        return Share(withheld=str(outcome))
    return Share(figure.count, figure.basis, _length(figure.count, figure.basis))


def _counts(question: Lettered, result: ItemResult, *, is_marked: bool) -> list[tuple[str, str, int, bool]]:
    if question.version.kind == QuestionKind.ORDER:
        counts = [("", IN_ORDER, result.right, is_marked), ("", OTHERWISE, result.wrong, False)]
    else:
        times = {option.option.order: option.count for option in result.options}
        counts = [
            (option.letter, option.text, times.get(option.order, 0), is_marked and option.is_right)
            for option in question.options
        ]
    return [*counts, ("", DONT_KNOW, result.dont_know, False)]


def _tally(
    question: Lettered,
    counts: Sequence[tuple[str, str, int, bool]],
    n: int,
    limits: Limits,
    kind: Kind,
    *,
    by_hand: bool = False,
) -> Tally:
    """All answers of a question may be shown together, or none of them."""
    is_sensitive = question.version.construct == Construct.INTENTION
    figures = [limits.figure(count, n, kind, is_sensitive_item=is_sensitive) for _, _, count, _ in counts]
    outcomes = publishable_item(figures, audience=Audience.BOARD, thresholds=limits.thresholds)
    if not all(outcome.is_shown for outcome in outcomes):
        is_too_small = n < limits.thresholds.least(kind, Audience.BOARD, is_sensitive_group=limits.is_sensitive_group)
        return Tally((), 0, TOO_FEW if is_too_small else RECOGNISABLE, by_hand)
    bars = tuple(Bar(letter, text, count, _length(count, n), right) for letter, text, count, right in counts)
    return Tally(bars, n, by_hand=by_hand)


def _length(count: int, n: int) -> int:
    return round(100 * count / n) if n else 0
