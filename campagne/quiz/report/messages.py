"""Real or fake: who sees through a fake, and who distrusts what is real? Two figures, because one hides the other."""

from dataclasses import dataclass

from campagne.figures.disclosure import Figure, Kind
from campagne.quiz.answers.results import item_result
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import FAKE_KEY
from campagne.quiz.questions.scoring import Kind as QuestionKind
from campagne.quiz.report.given import Given
from campagne.quiz.report.item import Line
from campagne.quiz.report.words import of_whom, told

FAKES, REALS = "antwoorden op nepberichten", "antwoorden op echte berichten"
NO_FAKES, NO_REALS = "Er staan geen nepberichten in.", "Er staan geen echte berichten in."


@dataclass(frozen=True)
class MessagesReport:
    """`hits`: fake messages called fake. `false_alarms`: real ones called fake. Each message has its line."""

    hits: str
    false_alarms: str
    lines: tuple[Line, ...]


def messages_report(given: Given) -> MessagesReport | None:
    """Report the messages that the quiz asks now; None when there are none, or nobody answered.

    No range: one person answers several messages, so these answers hang together.
    """
    asked = [
        place
        for place in given.now
        if place.version
        and place.block is not Block.MEASURE_POST
        and given.versions[place.version].kind == QuestionKind.REAL_OR_FAKE
    ]
    counts: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    lines = []
    for place in asked:
        item = item_result(given.versions[place.version], given.patterns(place.version, place.block))
        (fake,) = [option for option in item.options if option.option.key == FAKE_KEY]
        counts[fake.option.is_right].append((fake.count, item.whole))
        outcome = told(Figure(fake.count, Kind.ANSWERS, item.whole))
        lines.append(Line(item.version.stem, f"nep genoemd: {of_whom(outcome, 'antwoorden')}", fake.option.is_right))
    if not any(whole for both in counts.values() for _, whole in both):
        return None
    return MessagesReport(_said(counts[True], FAKES, NO_FAKES), _said(counts[False], REALS, NO_REALS), tuple(lines))


def _said(counts: list[tuple[int, int]], whom: str, none: str) -> str:
    """Add up the messages whose own line is told, or all where none is: a withheld one could be subtracted."""
    if not counts:
        return none
    alone = [count for count in counts if told(Figure(count[0], Kind.ANSWERS, count[1])).is_shown]
    called, whole = (sum(numbers) for numbers in zip(*(alone or counts), strict=True))
    return f"nep genoemd: {of_whom(told(Figure(called, Kind.ANSWERS, whole)), whom)}"
