"""Looking back with a group: per question that was measured what was right, and how many had it right both times."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from campagne.guided.leading.hands import Hands
from campagne.guided.leading.lettered import lettered
from campagne.guided.leading.tallies import (
    Limits,
    Share,
    Tally,
    share_right,
    share_right_by_hand,
    tally_of_answers,
    tally_of_hands,
)
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by
from campagne.quiz.paper.lettered import Lettered
from campagne.quiz.questions.plan import Block

Answers = Mapping[tuple[int, str], Counter[str]]
MOMENTS = {Block.MEASURE_PRE: "Vooraf", Block.MEASURE_POST: "Achteraf"}


@dataclass(frozen=True)
class Moment:
    """Before or afterwards: what was chosen, and how many had it right (None where nobody answered); by hand apart."""

    name: str
    share: Share | None
    share_by_hand: Share | None
    tallies: tuple[Tally, ...]


@dataclass(frozen=True)
class LookedBack:
    """One question that was measured, both times. `number` counts the questions from 1."""

    number: int
    question: Lettered
    moments: tuple[Moment, ...]


def limits_of(session: GuidedSession) -> Limits:
    """One query."""
    return Limits(session.limits, session.target_groups.filter(is_sensitive=True).exists())


def answers_of(session: GuidedSession) -> Answers:
    """What the whole group answered, by version and block; two queries."""
    given: dict[tuple[int, str], Counter[str]] = {}
    for (version, block, pattern), times in answers_by(
        Selection(cluster=session.cluster), "version", "block", "pattern"
    ).items():
        given.setdefault((version, block), Counter())[pattern] += times
    return given


def looked_back_on(session: GuidedSession, hands: Mapping[int, Hands]) -> list[LookedBack]:
    """Every question that was measured, in the order in which it was asked; five queries."""
    asked = [step for step in session.script if step.measures and step.place]
    questions = lettered(session, [step.place for step in asked])
    answers, limits = answers_of(session), limits_of(session)
    moments: dict[int, list[Moment]] = {}
    for step in asked:
        question = questions[step.place]
        given = answers.get((question.version.pk, step.block.value), Counter())
        moments.setdefault(question.version.pk, []).append(
            _moment(question, step.block, given, hands.get(step.place, Hands()), limits)
        )
    by_version = {question.version.pk: question for question in questions.values()}
    return [
        LookedBack(number, by_version[version], tuple(told))
        for number, (version, told) in enumerate(moments.items(), 1)
    ]


def _moment(question: Lettered, block: Block, given: Counter[str], hands: Hands, limits: Limits) -> Moment:
    return Moment(
        name=MOMENTS[block],
        share=share_right(question, given, limits),
        share_by_hand=share_right_by_hand(question, hands, limits),
        tallies=tuple(tallies(question, block, given, hands, limits, shows_key=True)),
    )


def tallies(
    question: Lettered, block: Block, given: Counter[str], hands: Hands, limits: Limits, *, shows_key: bool
) -> Iterator[Tally]:
    """What was chosen on devices and paper, and by hand; nothing where nobody did."""
    if given:
        yield tally_of_answers(question, block, given, limits, shows_key=shows_key)
    if hands.patterns:
        yield tally_of_hands(question, block, hands, limits, shows_key=shows_key)
