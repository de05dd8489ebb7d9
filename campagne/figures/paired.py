"""The same people asked twice: what changed between before and after."""

from dataclasses import dataclass
from math import exp, fsum, lgamma, log, sqrt

from campagne.figures.estimates import Estimate, share_of

HAKE_CEILING = 0.85
HAKE_MINIMUM = 30


@dataclass(frozen=True)
class BeforeAfter:
    """How many people were right or wrong, before and after: the four cells n11, n10, n01 and n00."""

    stayed_right: int
    unlearned: int
    learned: int
    stayed_wrong: int

    def __post_init__(self) -> None:
        if min(self.stayed_right, self.unlearned, self.learned, self.stayed_wrong) < 0:
            raise ValueError(f"{self} has a count below 0; expected people, counted")

    @property
    def pairs(self) -> int:
        return self.stayed_right + self.unlearned + self.learned + self.stayed_wrong

    @property
    def before(self) -> Estimate:
        return share_of(self.stayed_right + self.unlearned, self.pairs)

    @property
    def after(self) -> Estimate:
        return share_of(self.stayed_right + self.learned, self.pairs)

    @property
    def correlation(self) -> float:
        """The φ of both answers, pulled towards 0 by half the pairs; 0 when a margin is empty."""
        right_before, right_after = self.stayed_right + self.unlearned, self.stayed_right + self.learned
        margins = right_before * (self.pairs - right_before) * right_after * (self.pairs - right_after)
        if margins == 0:
            return 0.0
        product = self.stayed_right * self.stayed_wrong - self.unlearned * self.learned
        return (max(product - self.pairs / 2, 0.0) if product > 0 else product) / sqrt(margins)


def paired_difference(cells: BeforeAfter) -> Estimate:
    """Estimate the share right before minus the share right after; negate it for what was gained.

    Raises ValueError if there are no pairs.
    Source: Newcombe (1998), paired method 10,
    https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C
    """
    before, after, phi = cells.before, cells.after, cells.correlation

    def margin(one: float, other: float) -> float:
        return sqrt(max(0.0, one**2 - 2 * phi * one * other + other**2))

    value = before.value - after.value
    below = margin(before.value - before.low, after.high - after.value)
    above = margin(before.high - before.value, after.value - after.low)
    return Estimate(max(-1.0, value - below), value, min(1.0, value + above), cells.pairs)


def mcnemar_mid_p(cells: BeforeAfter) -> float:
    """Return the chance of a change at least this lopsided if learning and unlearning were a coin toss.

    1.0 when nobody changed. For reports to specialists only; screens use the interval.
    Source: Fagerland, Lydersen and Laake (2013), https://doi.org/10.1186/1471-2288-13-91
    """
    fewest, changed = min(cells.learned, cells.unlearned), cells.learned + cells.unlearned
    if changed == 0:
        return 1.0
    chances = [_coin_tosses(heads, changed) for heads in range(fewest + 1)]
    if cells.learned == cells.unlearned:
        return 1 - chances[-1] / 2
    return 2 * fsum(chances) - chances[-1]


def hake_gain(before: Estimate, after: Estimate) -> float | None:
    """Return which part of what could still be learned was learned: Hake's <g> of the averages.

    None when the figure would mislead: 85 % or more right beforehand, or fewer than 30 people.
    Source: Hake (1998), https://doi.org/10.1119/1.18809
    """
    if before.value >= HAKE_CEILING or min(before.n, after.n) < HAKE_MINIMUM:
        return None
    return (after.value - before.value) / (1 - before.value)


def _coin_tosses(heads: int, tosses: int) -> float:
    return exp(lgamma(tosses + 1) - lgamma(heads + 1) - lgamma(tosses - heads + 1) - tosses * log(2))
