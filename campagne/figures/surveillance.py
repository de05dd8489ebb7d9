"""Does a count fall further than chance explains? Four weeks against the twelve before, for many counts at once.

Only falls: a rise is no lack. Whole weeks, so that the days of the week cancel out.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from campagne.figures.multiple_testing import standing_out
from campagne.figures.negative_binomial import NegativeBinomial

RECENT_WEEKS, EARLIER_WEEKS = 4, 12
WEEKS = EARLIER_WEEKS + RECENT_WEEKS
LEAST_EXPECTED = 20
"""Under this nothing is judged: halving it would hardly be seen."""
SHARE_BY_CHANCE = 1 / 3
"""How many of the falls that are told may be chance; a smaller share would leave most real ones unseen."""

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True)
class Series:
    """Counts per week, the oldest first, and of what each is a part; without `exposures` every week weighs the same.

    Raises ValueError unless there are sixteen weeks.
    """

    counts: tuple[int, ...]
    exposures: tuple[int, ...] | None = None

    def __post_init__(self) -> None:
        if len(self.counts) != WEEKS or len(self.weights) != WEEKS:
            raise ValueError(f"{len(self.counts)} counts and {len(self.weights)} weights; expected {WEEKS} weeks")

    @property
    def weights(self) -> tuple[int, ...]:
        return (1,) * WEEKS if self.exposures is None else self.exposures

    @property
    def recent(self) -> int:
        return sum(self.counts[EARLIER_WEEKS:])

    @property
    def expected(self) -> float:
        """What the last four weeks would hold if all were as before; 0 where nothing came before."""
        before = sum(self.weights[:EARLIER_WEEKS])
        return sum(self.counts[:EARLIER_WEEKS]) * sum(self.weights[EARLIER_WEEKS:]) / before if before else 0.0

    @cached_property
    def forecast(self) -> NegativeBinomial:
        """What may be expected of the last four weeks: the doubt about them and about the twelve weeks together.

        Raises ValueError when nothing is expected.
        Source: Farrington et al. (1996), who watch one direction as well, https://doi.org/10.2307/2983331
        """
        share = sum(self.weights[EARLIER_WEEKS:]) / (sum(self.weights[:EARLIER_WEEKS]) or 1)
        return NegativeBinomial(self.expected, self.expected * self._spread * (1 + share))

    @property
    def _spread(self) -> float:
        """How many times the variance of pure chance the weeks had, by moments; at least 1.

        Source: McCullagh & Nelder (1989), section 4.5.2, https://doi.org/10.1007/978-1-4899-3242-6
        """
        weeks = [
            (count, weight)
            for count, weight in zip(self.counts[:EARLIER_WEEKS], self.weights[:EARLIER_WEEKS], strict=True)
            if weight
        ]
        rate = sum(count for count, _ in weeks) / sum(weight for _, weight in weeks)
        if len(weeks) < 2 or not rate:
            return 1.0
        squares = ((count - rate * weight) ** 2 / (rate * weight) for count, weight in weeks)
        return max(1.0, sum(squares) / (len(weeks) - 1))

    @property
    def is_enough(self) -> bool:
        return self.expected >= LEAST_EXPECTED


@dataclass(frozen=True)
class Fall:
    """A count that fell further than chance explains, and between which bounds it would usually have been."""

    count: int
    expected: float
    low: int
    high: int

    @property
    def lost(self) -> float:
        """Which share (0 to 1) of what was expected did not come."""
        return 1 - self.count / self.expected


def falls(series: Mapping[Name, Series], *, share_by_chance: float = SHARE_BY_CHANCE) -> dict[Name, Fall]:
    """Find the counts that fell, judged all together; each must also lie under its own band, however few there are.

    Raises ValueError for one of which too little is expected: add it to a larger one first.
    """
    if small := [name for name, one in series.items() if not one.is_enough]:
        raise ValueError(f"{small} expect less than {LEAST_EXPECTED}; pool them before judging")
    chances = [one.forecast.chance_of_at_most(one.recent) for one in series.values()]
    judged = zip(series.items(), standing_out(chances, share_by_chance=share_by_chance), strict=True)
    found = {
        name: Fall(one.recent, one.expected, *one.forecast.band()) for (name, one), stands_out in judged if stands_out
    }
    return {name: fall for name, fall in found.items() if fall.count < fall.low}
