"""Counts that lie between two ends, as bars under each other on one axis: solid what is certain, open what may be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from campagne.figures.charts import Plot, Tick, nice_steps
from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.notation import number

ROOM = 36


@dataclass(frozen=True)
class IntervalBar:
    """One row: the solid part begins at the left, the open part at `open_x`. Without widths it may not be seen.

    `is_unknown` is drawn apart: it belongs to none of the other rows.
    """

    label: str
    text: str
    y: int
    label_y: int
    solid_width: int | None = None
    open_x: int | None = None
    open_width: int | None = None
    is_unknown: bool = False


@dataclass(frozen=True)
class IntervalBars:
    width: int
    height: int
    plot: Plot
    thickness: int
    ticks: tuple[Tick, ...]
    bars: tuple[IntervalBar, ...]


Row = tuple[str, Outcome, Outcome, bool]
"""A label, the certain count, the possible count, and whether it is of nobody knows whom."""


def interval_bars(rows: Sequence[Row], *, width: int = 720, row_height: int = 52) -> IntervalBars:
    """Lay out rows on one axis from 0, so that all are on the same scale. Takes only figures that passed `publishable`.

    A withheld end keeps its row and its reason, without a bar.
    """
    plot = Plot(left=4, top=0, right=width - ROOM, bottom=row_height * len(rows))
    steps = nice_steps(max((possible.count for _, _, possible, _ in rows if isinstance(possible, Shown)), default=0))
    ticks = tuple(Tick(plot.x(step / steps[-1]), number(step), "start" if not step else "middle") for step in steps)
    bars = (_bar(row, index * row_height, plot, steps[-1]) for index, row in enumerate(rows))
    return IntervalBars(width, plot.bottom + 28, plot, row_height // 3, ticks, tuple(bars))


def _bar(row: Row, top: int, plot: Plot, highest: int) -> IntervalBar:
    label, certain, possible, is_unknown = row
    words = IntervalBar(label, between(certain, possible), y=top + 24, label_y=top + 17, is_unknown=is_unknown)
    if not isinstance(certain, Shown) or not isinstance(possible, Shown):
        return words
    border, end = plot.x(certain.count / highest), plot.x(possible.count / highest)
    return replace(words, solid_width=border - plot.left, open_x=border, open_width=end - border)


def between(certain: Outcome, possible: Outcome) -> str:
    """Say both ends: "120 tot 340"; one number where they are the same; the reason where one is withheld."""
    if not isinstance(certain, Shown):
        return str(certain)
    if not isinstance(possible, Shown):
        return str(possible)
    low, high = number(certain.count), number(possible.count)
    return low if low == high else f"{low} tot {high}"
