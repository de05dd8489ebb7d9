"""Marking: a rule about an answer and a key, without a database."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    ORDER = "order"
    SCALE = "scale"
    REAL_OR_FAKE = "real_or_fake"
    CHANNEL = "channel"

    @property
    def takes_one_option(self) -> bool:
        return self not in {Kind.MULTIPLE, Kind.ORDER}

    @property
    def has_meaning_in_order(self) -> bool:
        """Tell whether the order in which its options are written is part of what is asked."""
        return self in {Kind.ORDER, Kind.SCALE}


# The two answers of every "echt of nep" are made by the system and always have these keys.
REAL_KEY = UUID("9f7a1f52-6d0b-5c5e-9a38-2f1f0e5b7c01")
FAKE_KEY = UUID("9f7a1f52-6d0b-5c5e-9a38-2f1f0e5b7c02")


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
    """What is right: the construct decides whether anything is, and `in_order` holds the order where that is asked."""

    construct: Construct
    right: frozenset[UUID]
    in_order: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What somebody did: a state, and the options chosen (none unless answered); `in_order` if the order matters."""

    state: State
    chosen: frozenset[UUID] = frozenset()
    in_order: tuple[UUID, ...] = ()

    @classmethod
    def ranked(cls, keys: Iterable[UUID]) -> "Answer":
        """The answer that puts all options in this order."""
        in_order = tuple(keys)
        return cls(State.ANSWERED, frozenset(in_order), in_order)


def mark(answer: Answer, key: Key) -> bool | None:
    """Mark one answer: right when exactly the right options were chosen, no more and no fewer, or in the right order.

    None when there is nothing to mark: an unscored construct, "weet ik niet", or a question skipped.
    """
    if not key.construct.is_scored or answer.state is not State.ANSWERED:
        return None
    return answer.in_order == key.in_order if key.in_order else answer.chosen == key.right


@dataclass(frozen=True)
class Score:
    """How one attempt went: `right` out of `total`, the number of scored questions in the quiz."""

    right: int
    total: int


def score(marks: list[bool | None], total: int) -> Score:
    """Count the right ones; whatever was not answered is in the total only."""
    return Score(sum(is_right is True for is_right in marks), total)
