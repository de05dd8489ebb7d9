"""Bands behind a line: stretches of days with a number, so that a list below the chart can say what happened then."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

PATTERNS = 3
"""How many patterns take turns, so that neighbours are told apart without colour."""
NARROWEST, APART, LANE = 4, 4, 20
LEAST_MARK, CHARACTER = 18, 7
"""How wide the mark around a number is at least, and what each character of it takes."""


@dataclass(frozen=True)
class Span:
    """Days to mark, under a number; without a last day it goes on."""

    number: int
    first: date
    last: date | None = None


@dataclass(frozen=True)
class Band:
    """One marked stretch; its numbers stand above it, in a lane of their own where they would touch others."""

    numbers: tuple[int, ...]
    x: int
    width: int
    lane: int = 0

    @property
    def label(self) -> str:
        """`1`, `1–4` or `1, 3`: events that fill the same stretch, as in a chart per month, share a band."""
        first, last = self.numbers[0], self.numbers[-1]
        is_row = last - first + 1 == len(self.numbers) > 1
        return f"{first}–{last}" if is_row else ", ".join(map(str, self.numbers))

    @property
    def pattern(self) -> int:
        return (self.numbers[0] - 1) % PATTERNS + 1

    @property
    def label_x(self) -> int:
        return self.x + self.width // 2

    @property
    def mark_x(self) -> int:
        return self.label_x - self.mark_width // 2

    @property
    def mark_y(self) -> int:
        return self.label_y - LEAST_MARK // 2

    @property
    def mark_width(self) -> int:
        return max(LEAST_MARK, CHARACTER * len(self.label) + 8)

    @property
    def label_y(self) -> int:
        return LANE * self.lane + LANE // 2


def lay_bands(spans: Sequence[Span], days: Sequence[date], *, left: int, right: int) -> tuple[Band, ...]:
    """Place each span that touches the days, from halfway the point before it to halfway the point after it.

    A point stands for all days until the next one, so that a chart per month marks whole months.
    """
    borders = _borders(days, left, right)
    found: dict[tuple[int, int], list[int]] = {}
    for span in sorted(spans, key=lambda span: span.number):
        if not days or (span.last is not None and span.last < days[0]):
            continue
        begin = max(0, bisect_right(days, span.first) - 1)
        end = len(days) if span.last is None else bisect_right(days, span.last)
        found.setdefault((borders[begin], max(NARROWEST, borders[end] - borders[begin])), []).append(span.number)
    return _in_lanes(Band(tuple(numbers), x, width) for (x, width), numbers in found.items())


def _in_lanes(bands: Iterable[Band]) -> tuple[Band, ...]:
    """Put each in the first lane where its mark touches no other."""
    placed: list[Band] = []
    ends: list[int] = []
    for band in bands:
        lane = next((lane for lane, end in enumerate(ends) if end + APART <= band.mark_x), len(ends))
        ends[lane : lane + 1] = [band.mark_x + band.mark_width]
        placed.append(replace(band, lane=lane))
    return tuple(placed)


def room_for(bands: Sequence[Band]) -> int:
    """How high the numbers above the bands stand together."""
    return LANE * max((band.lane + 1 for band in bands), default=0)


def _borders(days: Sequence[date], left: int, right: int) -> list[int]:
    """Where the stretch of each point begins, and the last one ends."""
    if len(days) < 2:
        return [left, right]
    whole = (days[-1] - days[0]).days
    places = [left + (right - left) * (day - days[0]).days / whole for day in days]
    halfway = [round((earlier + later) / 2) for earlier, later in pairwise(places)]
    return [left, *halfway, right]
