"""The same people asked twice: what changed between before and after.

In all names the first figure stands for before and the second for after: 1 is right, 0 is not.
"""

from math import exp, fsum, lgamma, log, sqrt

from campagne.figures.shares import Estimate, share_of


def change_within(n11: int, n10: int, n01: int, n00: int) -> Estimate:
    """Estimate the share right after minus the share right before: above 0 is learned.

    Raises ValueError if nobody was asked twice, or a count is below 0.
    Source: Newcombe (1998), paired method 10 with the continuity term in φ,
    https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C
    """
    _check_people(n11, n10, n01, n00)
    pairs = n11 + n10 + n01 + n00
    before, after = share_of(n11 + n10, pairs), share_of(n11 + n01, pairs)
    phi = _correlation(n11, n10, n01, n00)

    def margin(one: float, other: float) -> float:
        return sqrt(max(0.0, one**2 - 2 * phi * one * other + other**2))

    value = (n01 - n10) / pairs
    below = margin(after.value - after.low, before.high - before.value)
    above = margin(after.high - after.value, before.value - before.low)
    return Estimate(max(-1.0, value - below), value, min(1.0, value + above), pairs)


def mcnemar_exact(n10: int, n01: int) -> float:
    """Return the chance of a change at least this lopsided if learning and unlearning were a coin toss.

    1.0 when nobody changed. For reports to specialists only; screens use the interval.
    Source: McNemar (1947), https://doi.org/10.1007/BF02295996
    """
    _check_people(n10, n01)
    changed = n10 + n01
    return min(1.0, 2 * fsum(_coin_tosses(heads, changed) for heads in range(min(n10, n01) + 1)))


def mcnemar_mid_p(n10: int, n01: int) -> float:
    """Return the exact chance less half of the chance of what was seen: less careful, and nearer to 5 %.

    1.0 when nobody changed. For reports to specialists only; screens use the interval.
    Source: Fagerland, Lydersen and Laake (2013), https://doi.org/10.1186/1471-2288-13-91
    """
    if n10 == n01 == 0:
        return 1.0
    exact, seen = mcnemar_exact(n10, n01), _coin_tosses(min(n10, n01), n10 + n01)
    # Both tails hold what was seen, so twice its half; between equals both tails are the same one.
    return exact - (seen / 2 if n10 == n01 else seen)


def _check_people(*counts: int) -> None:
    if min(counts) < 0:
        raise ValueError(f"{counts} has a count below 0; expected people, counted")


def _correlation(n11: int, n10: int, n01: int, n00: int) -> float:
    """Return the φ of both answers, pulled towards 0 by half the pairs; 0 when a margin is empty."""
    margins = (n11 + n10) * (n01 + n00) * (n11 + n01) * (n10 + n00)
    if margins == 0:
        return 0.0
    product = n11 * n00 - n10 * n01
    return (max(product - (n11 + n10 + n01 + n00) / 2, 0.0) if product > 0 else product) / sqrt(margins)


def _coin_tosses(heads: int, tosses: int) -> float:
    return exp(lgamma(tosses + 1) - lgamma(heads + 1) - lgamma(tosses - heads + 1) - tosses * log(2))
