"""The order of answers on the screen: mixed so that it gives nothing away, then moved one place at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from uuid import UUID


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Move:
    """One answer, one place up or down."""

    key: UUID
    direction: Direction

    @classmethod
    def parse(cls, text: str) -> "Move":
        """Read `up:<key>` or `down:<key>`. Raises ValueError for anything else."""
        direction, _, key = text.partition(":")
        return cls(UUID(key), Direction(direction))

    def __str__(self) -> str:
        return f"{self.direction.value}:{self.key}"


def mixed(right: Sequence[UUID], seed: str) -> tuple[UUID, ...]:
    """Mix the answers: the same way for the same seed, and never in the right order, which nobody gets for nothing.

    Where the right answer stands has no further influence. Fewer than two cannot be mixed.
    """
    keys, chance = sorted(right), Random(seed)
    while len(keys) > 1:
        chance.shuffle(keys)
        if keys != list(right):
            break
    return tuple(keys)


def moved(keys: Sequence[UUID], move: Move) -> tuple[UUID, ...]:
    """Move one answer a place; at the edge it stays. Raises ValueError for an answer that is not there."""
    places = list(keys)
    here = places.index(move.key)
    there = here - 1 if move.direction is Direction.UP else here + 1
    if 0 <= there < len(places):
        places[here], places[there] = places[there], places[here]
    return tuple(places)
