"""Figures as others published them: in their own unit, with the bounds that they gave, and what we may say of them."""

from dataclasses import dataclass
from math import hypot, inf

from campagne.figures.notation import number
from campagne.figures.shares import wilson_interval


@dataclass(frozen=True)
class Published:
    """A figure in its own unit, such as percent; bounds and `n` are None where the publisher gives none.

    Raises ValueError for one bound alone, or bounds that do not enclose the figure.
    """

    value: float
    low: float | None = None
    high: float | None = None
    n: int | None = None

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError(f"bounds {self.low} and {self.high}; expected both or neither")
        if self.low is not None and self.high is not None and not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value} lies outside {self.low} and {self.high}; check which is which")


def gap_between(ours: Published, theirs: Published) -> Published:
    """Return `ours - theirs` of two independent figures, in points; without both their bounds it has none.

    Square and add, on the bounds as published, so that whatever design is behind them is kept.
    Source: Newcombe (1998), method 10,
    https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
    """
    value = ours.value - theirs.value
    known = [figure.n for figure in (ours, theirs) if figure.n is not None]
    n = min(known, default=None)
    if ours.low is None or ours.high is None or theirs.low is None or theirs.high is None:
        return Published(value, n=n)
    below = hypot(ours.value - ours.low, theirs.high - theirs.value)
    above = hypot(ours.high - ours.value, theirs.value - theirs.low)
    return Published(value, value - below, value + above, n)


def change_of_counts(after: int, before: int) -> Published | None:
    """Return how much a count rose or fell, in percent of what it was; None when it was 0, so nothing to divide by.

    Given their sum, the first of two counts is a share: 0 lies outside the bounds exactly when
    z = (after - before) / sqrt(after + before) says that chance does not explain it.
    Source: Przyborowski & Wilenski (1940), https://doi.org/10.1093/biomet/31.3-4.313
    """
    if before <= 0:
        return None
    low, high = wilson_interval(after / (after + before), after + before)
    value = 100 * (after / before - 1)
    return Published(value, min(value, _risen(low)), max(value, _risen(high)), min(after, before))


def _risen(share: float) -> float:
    return inf if share >= 1 else 100 * (share / (1 - share) - 1)


def amount_in_words(figure: Published, unit: str, decimals: int = 1) -> str:
    """Say a figure with its bounds: "15,6 procent (tussen 15,4 en 15,9)"; `unit` may be empty."""
    amount = " ".join(filter(None, [number(figure.value, decimals), unit]))
    if figure.low is None or figure.high is None:
        return f"{amount} (marge onbekend)"
    return f"{amount} (tussen {number(figure.low, decimals)} en {number(figure.high, decimals)})"


def gap_in_words(gap: Published, unit: str) -> str:
    """Say a difference: "1,4 procentpunt meer (tussen 3,6 minder en 6,4 meer)"."""
    told = f"{number(abs(gap.value), 1)} {unit} {_way(gap.value)}" if round(gap.value, 1) else "geen verschil te zien"
    if gap.low is None or gap.high is None:
        return f"{told} (marge onbekend)"
    return f"{told} (tussen {_end(gap.low)} en {_end(gap.high)})"


def _end(points: float) -> str:
    if points == inf:
        return "onbekend veel meer"
    return f"{number(abs(points), 1)} {_way(points)}" if round(points, 1) else "0"


def _way(points: float) -> str:
    return "meer" if points > 0 else "minder"
