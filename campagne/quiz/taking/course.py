"""The course of one attempt: in which order its parts come, how far it is, and what may be opened. No database.

Nothing about a measured question is told before the last measuring is closed, and an answer counts until then; an
answer before the lesson counts until the lesson is opened. All of that follows from what is written down here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from uuid import UUID

from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import State


@dataclass(frozen=True)
class Place:
    """One part as somebody gets it, at its number from 1; `version` is the question that is asked, if one is.

    `planned` is its number in the plan, where it was mixed; else 0.
    """

    number: int
    block: Block
    version: int | None = None
    planned: int = 0


@dataclass(frozen=True)
class Sent:
    """One answer as it was sent in."""

    pk: int
    version: int
    block: Block
    submission: UUID
    pattern: str
    is_counting: bool
    has_seen_explanation: bool


class Reach(StrEnum):
    """What became of a question. The last two are derived: nothing was ever sent in for it."""

    ANSWERED = "answered"
    DONT_KNOW = "dont_know"
    SKIPPED = "skipped"
    NOT_REACHED = "not_reached"


def arranged(places: Iterable[Place], attempt: UUID) -> tuple[Place, ...]:
    """Mix the questions of each measuring, for every attempt in its own way, and afterwards in another than before."""
    made = {place.number: place for place in places}
    before: list[int | None] = []
    for block in (Block.MEASURE_PRE, Block.MEASURE_POST):
        numbers = sorted(number for number, place in made.items() if place.block is block)
        mixed = sorted((made[number] for number in numbers), key=lambda place: _lot(attempt, block, place))
        if len(mixed) > 1 and [place.version for place in mixed] == before:
            mixed = [*mixed[1:], mixed[0]]
        before = [place.version for place in mixed]
        made |= {n: Place(n, block, p.version, p.number) for n, p in zip(numbers, mixed, strict=True)}
    return tuple(made[number] for number in sorted(made))


def _lot(attempt: UUID, block: Block, place: Place) -> bytes:
    return sha256(f"{attempt} {block} {place.version}".encode()).digest()


@dataclass(frozen=True)
class Course:
    """The parts of one attempt in its own order, what was sent in, and which measurings are closed."""

    places: tuple[Place, ...]
    sent: tuple[Sent, ...] = ()
    closed: frozenset[Block] = frozenset()

    @property
    def total(self) -> int:
        return len(self.places)

    @property
    def is_simple(self) -> bool:
        """Tell whether it is nothing but questions with an explanation."""
        return all(place.block is Block.PRACTICE for place in self.places)

    @property
    def asked(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.block.asks)

    def place(self, number: int) -> Place | None:
        return self.places[number - 1] if 1 <= number <= self.total else None

    def in_block(self, block: Block) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.block is block)

    def sent_to(self, place: Place) -> tuple[Sent, ...]:
        """Everything that was sent in for a question, in the order it came."""
        return tuple(one for one in self.sent if (one.version, one.block) == (place.version, place.block))

    def counting(self, place: Place) -> Sent | None:
        return self._counting.get((place.version, place.block))

    @cached_property
    def _counting(self) -> dict[tuple[int | None, Block], Sent]:
        return {(one.version, one.block): one for one in self.sent if one.is_counting}

    def takes(self, place: Place, *, was_written: bool = False) -> bool:
        """Tell whether a new answer would count: not once its explanation was seen, or what follows was opened.

        What was written on paper was written before that, whenever it is typed in.
        """
        before = self.counting(place)
        is_in_time = was_written or place.block not in self.closed
        return is_in_time and not (before and before.has_seen_explanation)

    def reach_of(self, place: Place) -> Reach:
        """What became of a question: without an answer it was skipped if a later one has one, else not reached."""
        if answer := self.counting(place):
            return Reach(answer.pattern) if answer.pattern in (State.DONT_KNOW, State.SKIPPED) else Reach.ANSWERED
        return Reach.SKIPPED if place.number < self.furthest else Reach.NOT_REACHED

    @cached_property
    def furthest(self) -> int:
        """The number of the last question with an answer; 0 when there is none."""
        return max((place.number for place in self.asked if self.counting(place)), default=0)

    def is_closed(self, block: Block) -> bool:
        return block in self.closed

    def open_in(self, block: Block) -> Place | None:
        """The first question of a measuring that nothing was sent in for."""
        return next((place for place in self.in_block(block) if self.counting(place) is None), None)

    def measured_before(self, number: int) -> tuple[Block, ...]:
        """The measurings that come before a part, and must be over before it is opened."""
        return tuple(block for block in self.measurings if self.in_block(block)[-1].number < number)

    @property
    def measurings(self) -> tuple[Block, ...]:
        return tuple(block for block in (Block.MEASURE_PRE, Block.MEASURE_POST) if self.in_block(block))

    def waits_for(self, number: int) -> Place | None:
        """The question that must be answered, or skipped, before this part may be opened."""
        waiting = (self.open_in(block) for block in self.measured_before(number) if block not in self.closed)
        return next((place for place in waiting if place), None)

    def to_close(self, number: int) -> tuple[Block, ...]:
        """The measurings that opening this part closes."""
        return tuple(block for block in self.measured_before(number) if block not in self.closed)

    def ends_measuring(self, number: int) -> Block | None:
        """The measuring that this part is the last of."""
        return next((block for block in self.measurings if self.in_block(block)[-1].number == number), None)


def blocks_closed(pre: object, post: object) -> frozenset[Block]:
    """Which measurings are closed, of the moments at which that was; None is not yet."""
    moments: Sequence[tuple[Block, object]] = ((Block.MEASURE_PRE, pre), (Block.MEASURE_POST, post))
    return frozenset(block for block, moment in moments if moment is not None)
