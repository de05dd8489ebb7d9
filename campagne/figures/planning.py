"""Before anybody measures: which change could so many groups show at all?"""

from dataclasses import dataclass
from math import asin, pi, sin, sqrt
from statistics import NormalDist

from campagne.figures.clusters import ASSUMED_CORRELATION

CHANCE_TO_SEE = 0.8
"""How often a change of this size should be seen when it is there."""


@dataclass(frozen=True)
class Plan:
    """So many groups of so many people, of whom a share (0 to 1) is expected to be right before."""

    groups: int
    size: int
    before: float

    def __post_init__(self) -> None:
        if self.groups < 1 or self.size < 1 or not 0 <= self.before <= 1:
            raise ValueError(f"{self}; expected at least one group of one person, and a share from 0 to 1")

    @property
    def people(self) -> int:
        return self.groups * self.size

    @property
    def worth(self) -> float:
        """How many people who have nothing to do with each other these groups are worth."""
        return self.people / (1 + (self.size - 1) * ASSUMED_CORRELATION)


def smallest_visible_change(plan: Plan, *, confidence: float = 0.95, chance: float = CHANCE_TO_SEE) -> float | None:
    """Return how many more must be right afterwards (0 to 1) to be seen in `chance` of the times.

    None when even everybody right would not be seen. Careful in two ways: it reckons as if afterwards others were
    asked, while the same people give a narrower range, and with an intra-class correlation of .05.
    Source: Cohen (1988), chapter 6, the arcsine of two shares, https://doi.org/10.4324/9780203771587
    """
    normal = NormalDist()
    distance = (normal.inv_cdf(0.5 + confidence / 2) + normal.inv_cdf(chance)) * sqrt(2 / plan.worth)
    angle = asin(sqrt(plan.before)) + distance / 2
    return None if angle > pi / 2 else sin(angle) ** 2 - plan.before
