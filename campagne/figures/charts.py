"""Where every point of a chart lies. Templates draw it, in SVG units with the origin at the top left.

Positions are whole numbers, because a Dutch template would write 1.5 as "1,5", which SVG reads as two numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise
from math import ceil, floor, isfinite, log10

from campagne.figures.bands import Band, Span, lay_bands, room_for
from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.notation import day_label, month_label, number
from campagne.figures.sentences import in_words

CHARACTER = 8
"""About how wide a character of a label is; labels are drawn at 14 units."""


@dataclass(frozen=True)
class Plot:
    """The area between the axes."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def x(self, part: float) -> int:
        """Return where a part (0 to 1) of the way from left to right lies."""
        return round(self.left + part * (self.right - self.left))

    def y(self, part: float) -> int:
        """Return where a part (0 to 1) of the way from bottom to top lies."""
        return round(self.bottom - part * (self.bottom - self.top))


@dataclass(frozen=True)
class Tick:
    """A label on an axis; `anchor` is its SVG text-anchor, so that the outer ones stay inside."""

    position: int
    label: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Point:
    """A known value."""

    x: int
    y: int
    label: str


@dataclass(frozen=True)
class Stretch:
    """Points that follow each other without an unknown between them."""

    points: tuple[Point, ...]

    @property
    def is_dot(self) -> bool:
        """Whether it is one point alone, which a polyline would not show."""
        return len(self.points) == 1

    @property
    def polyline(self) -> str:
        """The points as an SVG attribute."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


@dataclass(frozen=True)
class LineChart:
    """Values per day. `unfinished` is drawn lighter and starts at the last finished point; `end` gets the label.

    `bands` lie behind the line: what happened meanwhile, by number.
    """

    width: int
    height: int
    plot: Plot
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    finished: tuple[Stretch, ...]
    unfinished: tuple[Stretch, ...]
    end: Point | None
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class RangeRow:
    """A share between its bounds; without positions where there is no share to draw. `text` says it either way."""

    label: str
    text: str
    y: int
    label_y: int
    low: int | None = None
    dot: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class RangeDots:
    """Shares under each other on one axis from 0 to 100 %."""

    width: int
    height: int
    plot: Plot
    ticks: tuple[Tick, ...]
    rows: tuple[RangeRow, ...]


def line_chart(
    days: Sequence[date],
    values: Sequence[float | None],
    *,
    width: int = 720,
    height: int = 240,
    unfinished: int = 2,
    highest: float = 0,
    spans: Sequence[Span] = (),
    are_months: bool = False,
) -> LineChart:
    """Lay out values per day on an axis from 0, to `highest` if that is higher, so that charts can share a scale.

    None is unknown and leaves a gap; the last `unfinished` days are set apart. `spans` become bands, for which the
    drawing grows. With `are_months` each day stands for its month and is labelled so.
    Raises ValueError unless there is one value of at least 0, or None, for each of ascending days.
    """
    _check(days, values)
    steps = nice_steps(max([highest, *(value for value in values if value is not None)]))
    room = CHARACTER * len(number(steps[-1])) + 12
    bands = lay_bands(spans, days, left=room, right=width - room)
    top = room_for(bands)
    plot = Plot(left=room, top=16 + top, right=width - room, bottom=height + top - 28)
    points = _points(days, values, plot, steps[-1])
    border = max(0, len(points) - unfinished)
    y_ticks = tuple(Tick(plot.y(step / steps[-1]), number(step), "end") for step in steps)
    lines = _stretches(points[:border]), _open_stretches(points, border)
    end = next((point for point in reversed(points) if point), None)
    return LineChart(
        width, height + top, plot, _day_ticks(days, plot, are_months=are_months), y_ticks, *lines, end, bands
    )


def range_dots(rows: Sequence[tuple[str, Outcome]], *, width: int = 720, row_height: int = 56) -> RangeDots:
    """Lay out shares as dots on their ranges, one label per row.

    Takes only figures that passed `publishable`. A withheld one, and a count without a range, keeps its row and
    its text. Draws the range without a dot where the figure may not be a percentage.
    """
    height = row_height * len(rows) + 28
    plot = Plot(left=24, top=0, right=width - 24, bottom=height - 28)
    ticks = tuple(Tick(plot.x(step / 100), f"{step}%") for step in range(0, 101, 25))
    placed = (_range_row(row, index * row_height, row_height, plot) for index, row in enumerate(rows))
    return RangeDots(width, height, plot, ticks, tuple(placed))


def nice_steps(highest: float, at_most: int = 5) -> tuple[int, ...]:
    """Return whole numbers from 0 up to or past `highest`, in steps of 1, 2 or 5 times a power of ten.

    At most `at_most` steps above 0; at least 0 and 1, so that an empty chart still has an axis.
    """
    rough = max(1.0, highest / at_most)
    power = 10 ** floor(log10(rough))
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough)
    return tuple(range(0, max(1, ceil(highest / step)) * step + 1, step))


def _range_row(row: tuple[str, Outcome], top: int, height: int, plot: Plot) -> RangeRow:
    label, outcome = row
    words = RangeRow(label, in_words(outcome), y=top + height * 7 // 10, label_y=top + height * 4 // 10)
    if not isinstance(outcome, Shown) or outcome.estimate is None:
        return words
    low, value, high = (
        plot.x(share) for share in (outcome.estimate.low, outcome.estimate.value, outcome.estimate.high)
    )
    return replace(words, low=low, dot=value if outcome.has_percentage else None, high=high)


def _points(days: Sequence[date], values: Sequence[float | None], plot: Plot, highest: float) -> list[Point | None]:
    return [
        None if value is None else Point(plot.x(part), plot.y(value / highest), number(value))
        for part, value in zip(_parts(days), values, strict=True)
    ]


def _check(days: Sequence[date], values: Sequence[float | None]) -> None:
    if len(days) != len(values):
        raise ValueError(f"{len(values)} values for {len(days)} days; expected one each, None where unknown")
    if any(earlier >= later for earlier, later in pairwise(days)):
        raise ValueError("the days do not ascend; expected each day once, oldest first")
    if any(value is not None and not (isfinite(value) and value >= 0) for value in values):
        raise ValueError("a value is negative or not finite; expected counts, None where unknown")


def _parts(days: Sequence[date]) -> list[float]:
    """Return how far each day lies along the period, 0 to 1; a day alone lies in the middle."""
    if len(days) == 1:
        return [0.5]
    return [(day - days[0]).days / (days[-1] - days[0]).days for day in days]


def _day_ticks(days: Sequence[date], plot: Plot, *, are_months: bool = False) -> tuple[Tick, ...]:
    """Label the last day and as many before it, evenly, as fit."""
    if not days:
        return ()
    with_year = are_months or days[0].year != days[-1].year
    fitting = max(1, int((plot.right - plot.left) // (CHARACTER * (16 if with_year else 10))))
    labelled = range(len(days) - 1, -1, -ceil(len(days) / fitting))
    parts, last = _parts(days), len(days) - 1
    anchors = {0: "start", last: "end"} if last else {}
    written = [month_label(day) if are_months else day_label(day, with_year=with_year) for day in days]
    return tuple(
        Tick(plot.x(parts[index]), written[index], anchors.get(index, "middle")) for index in reversed(labelled)
    )


def _stretches(points: Sequence[Point | None]) -> tuple[Stretch, ...]:
    """Return the runs of known points."""
    runs = groupby(points, key=lambda point: point is not None)
    return tuple(Stretch(tuple(point for point in run if point)) for is_known, run in runs if is_known)


def _open_stretches(points: Sequence[Point | None], border: int) -> tuple[Stretch, ...]:
    """Return the runs from `border` on; one that follows a known point begins there."""
    follows = border > 0 and border < len(points) and points[border] is not None
    return _stretches(points[border - 1 if follows else border :])
