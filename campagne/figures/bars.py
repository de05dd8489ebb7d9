"""Counts as bars under each other: how many came to each question."""

from collections.abc import Sequence
from dataclasses import dataclass

from campagne.figures.charts import Plot
from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.notation import number


@dataclass(frozen=True)
class Bar:
    """One count. Without a width it is not shown, and `text` says why."""

    label: str
    text: str
    y: int
    label_y: int
    text_y: int
    width: int | None


@dataclass(frozen=True)
class BarChart:
    width: int
    height: int
    plot: Plot
    thickness: int
    bars: tuple[Bar, ...]


def bar_chart(rows: Sequence[tuple[str, Outcome]], *, width: int = 720, row_height: int = 52) -> BarChart:
    """Lay out counts from 0, the widest as wide as there is room. Takes only figures that passed `publishable`."""
    plot = Plot(left=0, top=0, right=width - 96, bottom=row_height * len(rows))
    widest = max((outcome.count for _, outcome in rows if isinstance(outcome, Shown)), default=0)
    bars = (_bar(label, outcome, index * row_height, plot, widest) for index, (label, outcome) in enumerate(rows))
    return BarChart(width, plot.bottom, plot, row_height // 3, tuple(bars))


def _bar(label: str, outcome: Outcome, top: int, plot: Plot, widest: int) -> Bar:
    words = number(outcome.count) if isinstance(outcome, Shown) else str(outcome)
    width = plot.x(outcome.count / widest) if isinstance(outcome, Shown) and widest else None
    return Bar(label, words, y=top + 22, label_y=top + 15, text_y=top + 36, width=width)
