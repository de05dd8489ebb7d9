"""The report: of every question whether it was carried, and what was lost. Without a database."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Carried(StrEnum):
    """How much of something came across."""

    WHOLE = "heel overgenomen"
    PART = "deels overgenomen"
    NOT = "niet overgenomen"
    THERE = "staat er al"


@dataclass(frozen=True)
class Line:
    """One question, quiz or part: where it stands, how it is called, what became of it and what to know about that."""

    where: str
    title: str
    carried: Carried
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, where: str, title: str, lost: Sequence[str], hints: Sequence[str] = ()) -> "Line":
        """A line about something that is carried, with what was lost of it and what to look at besides."""
        notes = tuple(dict.fromkeys([*lost, *hints]))
        return cls(where, title, Carried.PART if lost else Carried.WHOLE, notes)

    @property
    def is_new(self) -> bool:
        return self.carried in {Carried.WHOLE, Carried.PART}


@dataclass(frozen=True)
class Report:
    """The lines, in the order of the file, and what holds for all of them."""

    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> tuple[tuple[Carried, int], ...]:
        """How many there are of each, without what does not occur."""
        counted = ((carried, sum(line.carried is carried for line in self.lines)) for carried in Carried)
        return tuple((carried, count) for carried, count in counted if count)

    @property
    def brings(self) -> int:
        """How many things come across."""
        return sum(line.is_new for line in self.lines)
