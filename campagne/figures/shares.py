"""Shares, and differences between different people, each with its doubt."""

from dataclasses import dataclass
from math import hypot, sqrt
from statistics import NormalDist


@dataclass(frozen=True)
class Estimate:
    """A share (0 to 1) or a difference of shares (-1 to 1), between the bounds that chance allows.

    `n` is the number of observations behind it; for a difference, of the smaller side.
    """

    low: float
    value: float
    high: float
    n: int

    def __neg__(self) -> "Estimate":
        """Return the same difference seen from the other side: after minus before."""
        return Estimate(-self.high, -self.value, -self.low, self.n)


def wilson_interval(share: float, trials: float, *, confidence: float = 0.95) -> tuple[float, float]:
    """Return the bounds around a share of `trials` observations, a number that need not be whole.

    Source: Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953
    """
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    centre = share + z**2 / (2 * trials)
    margin = z * sqrt(share * (1 - share) / trials + z**2 / (4 * trials**2))
    scale = 1 + z**2 / trials
    # The clamps only take away rounding: at 0 and 1 a bound equals the share.
    return max(0.0, min(share, (centre - margin) / scale)), min(1.0, max(share, (centre + margin) / scale))


def share_of(k: int, n: int, *, confidence: float = 0.95) -> Estimate:
    """Estimate the true share behind `k` out of `n`.

    Returns fractions, never percentages: formatting is the template's work.
    Raises ValueError if `n` is 0, because no data is not the same as 0 %.
    Source: Wilson (1927), https://doi.org/10.1080/01621459.1927.10502953
    """
    if n <= 0:
        raise ValueError(f"{n} observations, so nothing to estimate; leave the figure unknown")
    if not 0 <= k <= n:
        raise ValueError(f"{k} out of {n}; expected between 0 and {n}")
    low, high = wilson_interval(k / n, n, confidence=confidence)
    return Estimate(low, k / n, high, n)


def difference_between(k1: int, n1: int, k2: int, n2: int) -> Estimate:
    """Estimate the share `k1` out of `n1` minus the share `k2` out of `n2`, for different people.

    Raises ValueError if either side has nobody.
    Source: Newcombe (1998), method 10,
    https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
    """
    return difference(share_of(k1, n1), share_of(k2, n2))


def difference(ours: Estimate, theirs: Estimate) -> Estimate:
    """Estimate `ours - theirs` for two shares of different people.

    Works on the bounds, so a share of clusters keeps its design effect.
    Source: Newcombe (1998), method 10,
    https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
    """
    value = ours.value - theirs.value
    below = hypot(ours.value - ours.low, theirs.high - theirs.value)
    above = hypot(ours.high - ours.value, theirs.value - theirs.low)
    return Estimate(max(-1.0, value - below), value, min(1.0, value + above), min(ours.n, theirs.n))
