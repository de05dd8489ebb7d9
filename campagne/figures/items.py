"""What the answers say about the questions themselves."""

from collections.abc import Mapping, Sequence
from math import atanh, fsum, sqrt, tanh
from statistics import NormalDist
from statistics import correlation as pearson

from campagne.figures.shares import Estimate

Row = Sequence[float | None]
"""The points of one person for every item in order; None for an item that was not reached."""

ALIKE = 1e-9
"""Points closer together than this differ by rounding alone."""
FEWEST = 4
"""Of three people a correlation has no range."""


def item_rest_correlations(rows: Sequence[Row]) -> list[float | None]:
    """Return for each item whether who does well in the rest does well in it: from -1 to 1.

    The rest is the average of the other items that this person reached; who reached no other does not count.
    None where everybody is alike in the item or in the rest, or fewer than two people can be compared.
    Raises ValueError if the rows differ in length.
    Source: Henrysson (1963), the item left out of its own total, https://doi.org/10.1007/BF02289618
    """
    lengths = {len(row) for row in rows}
    if len(lengths) > 1:
        raise ValueError(f"rows of {sorted(lengths)} items; expected as many in every row, None where not reached")
    totals = [(fsum(known), len(known)) for known in ([points for points in row if points is not None] for row in rows)]
    return [_correlate(item, rows, totals) for item in range(max(lengths, default=0))]


def correlation_of_counts(counts: Mapping[tuple[float, float], int]) -> float | None:
    """Return the correlation of pairs that were counted: from -1 to 1, or None where either is always the same.

    Source: Pearson (1895), https://doi.org/10.1098/rspl.1895.0041
    """
    n = sum(counts.values())
    known = [pair for pair, times in counts.items() if times]
    if not all(_differ([pair[side] for pair in known]) for side in (0, 1)):
        return None
    mean_x, mean_y = (fsum(pair[side] * times for pair, times in counts.items()) / n for side in (0, 1))
    spread_x = fsum(times * (x - mean_x) ** 2 for (x, _), times in counts.items())
    spread_y = fsum(times * (y - mean_y) ** 2 for (_, y), times in counts.items())
    together = fsum(times * (x - mean_x) * (y - mean_y) for (x, y), times in counts.items())
    return max(-1.0, min(1.0, together / sqrt(spread_x * spread_y)))


def correlation_range(correlation: float, n: int) -> Estimate | None:
    """Estimate the true correlation behind that of `n` people, with its range; None for fewer than four.

    Source: Fisher (1915), the inverse hyperbolic tangent, https://doi.org/10.1093/biomet/10.4.507
    """
    if n < FEWEST:
        return None
    bounded = max(-1 + ALIKE, min(1 - ALIKE, correlation))
    margin = NormalDist().inv_cdf(0.975) / sqrt(n - 3)
    low, high = tanh(atanh(bounded) - margin), tanh(atanh(bounded) + margin)
    return Estimate(min(low, correlation), correlation, max(high, correlation), n)


def _correlate(item: int, rows: Sequence[Row], totals: Sequence[tuple[float, int]]) -> float | None:
    scores, rests = [], []
    for row, (total, reached) in zip(rows, totals, strict=True):
        score = row[item]
        if score is not None and reached > 1:
            scores.append(score)
            rests.append((total - score) / (reached - 1))
    if not (_differ(scores) and _differ(rests)):
        return None
    return max(-1.0, min(1.0, pearson(scores, rests)))


def _differ(points: Sequence[float]) -> bool:
    return bool(points) and max(points) - min(points) > ALIKE
