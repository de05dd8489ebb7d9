"""Counts that vary more than chance alone makes them: how likely so few are, and between which bounds most lie."""

from bisect import bisect_left
from dataclasses import dataclass
from math import exp, lgamma, log

LEAST_TERM = 1e-17
"""A term this small beside the sum no longer changes it."""


@dataclass(frozen=True)
class NegativeBinomial:
    """The distribution of a count by its mean and variance.

    Raises ValueError unless 0 < mean < variance: with less spread it would not be a negative binomial.
    Source: Johnson, Kemp & Kotz (2005), chapter 5, https://doi.org/10.1002/0471715816
    """

    mean: float
    variance: float

    def __post_init__(self) -> None:
        if not 0 < self.mean < self.variance:
            raise ValueError(f"mean {self.mean} and variance {self.variance}; expected 0 < mean < variance")

    @property
    def _shape(self) -> float:
        return self.mean**2 / (self.variance - self.mean)

    @property
    def _more(self) -> float:
        """The chance of one more, as the distribution is usually written: 1 - p."""
        return 1 - self.mean / self.variance

    def chance_of_at_most(self, count: int) -> float:
        """Return the chance (0 to 1) of `count` or fewer; exact far into the tail below the mean."""
        if count < 0:
            return 0.0
        return min(1.0, self._from(count, down=True) if count < self.mean else 1 - self._from(count + 1, down=False))

    def _from(self, count: int, *, down: bool) -> float:
        """Add up the chances from `count` on, away from the mean."""
        total = term = self._chance_of(count)
        while term > total * LEAST_TERM:
            if down:
                if count == 0:
                    break
                term *= count / ((count + self._shape - 1) * self._more)
                count -= 1
            else:
                term *= (count + self._shape) / (count + 1) * self._more
                count += 1
            total += term
        return total

    def _chance_of(self, count: int) -> float:
        shape = self._shape
        ways = lgamma(count + shape) - lgamma(shape) - lgamma(count + 1)
        return exp(ways + shape * log(self.mean / self.variance) + count * log(self._more))

    def band(self, *, confidence: float = 0.95) -> tuple[int, int]:
        """Return the lowest and the highest count of the middle `confidence` of what may come."""
        outside = (1 - confidence) / 2
        furthest = range(int(self.mean + 60 * self.variance**0.5) + 60)
        low, high = (bisect_left(furthest, share, key=self.chance_of_at_most) for share in (outside, 1 - outside))
        return low, high
