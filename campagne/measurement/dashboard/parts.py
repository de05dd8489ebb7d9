"""A part of an answer: a sentence, a drawing and a table of its own, and the same figures as lines for a file."""

from dataclasses import dataclass, replace

from campagne.figures.intervals import IntervalBars
from campagne.measurement.measures import Measure


@dataclass(frozen=True)
class Series:
    """The values of a line as a table: what each point is called, and how much it is in words."""

    head: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """A line of a table: what it is about, and what stands in the columns after it."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class PartRow:
    """One figure for a file, as it may be seen; `count` is None where only words can tell, as between two ends."""

    measure: Measure
    subject: str
    count: int | None
    words: str


@dataclass(frozen=True)
class Part:
    """`key` names it in addresses within the page; without `lines` the sentence says why there are none."""

    key: str
    name: str
    sentence: str
    head: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    bars: IntervalBars | None = None
    rows: tuple[PartRow, ...] = ()
    notes: tuple[str, ...] = ()

    def noting(self, notes: tuple[str, ...]) -> "Part":
        """The same part with more to say below it."""
        return replace(self, notes=(*self.notes, *notes))

    @property
    def labelled(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Each line with the head of its column beside every cell, for where a table has no room for a head."""
        return tuple((line.name, tuple(zip(self.head[1:], line.cells, strict=True))) for line in self.lines)
