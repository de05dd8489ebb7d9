"""Marking: a rule about an answer and a key, without a database."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"

    @property
    def takes_one_option(self) -> bool:
        return self is not Kind.MULTIPLE


class Construct(StrEnum):
    """What a question measures. Intention and confidence have no right answer, ever."""

    KNOWLEDGE = "kennis"
    RECOGNITION = "herkenning"
    ACTION = "handelen"
    CHANNEL = "meldkanaal"
    INTENTION = "meldintentie"
    CONFIDENCE = "vertrouwen"

    @property
    def is_scored(self) -> bool:
        return self not in UNSCORED


UNSCORED = frozenset({Construct.INTENTION, Construct.CONFIDENCE})


class State(StrEnum):
    """What somebody did with a question; "weet ik niet" and "overgeslagen" are values of their own."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Key:
    """What is right: the construct decides whether anything is."""

    construct: Construct
    right: frozenset[UUID]


@dataclass(frozen=True)
class Answer:
    """What somebody did: a state, and the options chosen (none unless answered)."""

    state: State
    chosen: frozenset[UUID] = frozenset()


def mark(answer: Answer, key: Key) -> bool | None:
    """Mark one answer: right when exactly the right options were chosen, no more and no fewer.

    None when there is nothing to mark: an unscored construct, "weet ik niet", or a question skipped.
    """
    if not key.construct.is_scored or answer.state is not State.ANSWERED:
        return None
    return answer.chosen == key.right


@dataclass(frozen=True)
class Score:
    """How one attempt went: `right` out of `total`, the number of scored questions in the quiz."""

    right: int
    total: int


def score(marks: list[bool | None], total: int) -> Score:
    """Count the right ones; whatever was not answered is in the total only."""
    return Score(sum(is_right is True for is_right in marks), total)
