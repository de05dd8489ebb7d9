"""A range for figures that have no formula: draw the groups again and again, and see how much comes out."""

from collections.abc import Callable, Sequence
from random import Random
from statistics import quantiles
from typing import TypeVar

from campagne.figures.shares import Estimate

ROUNDS = 2000

Group = TypeVar("Group", bound=tuple[float, ...])


def pooled_share(groups: Sequence[tuple[float, ...]]) -> float:
    """Return the share right in all groups together, of (right, asked) pairs.

    Raises ValueError if a group was asked nothing, because a draw of such groups alone has no share.
    """
    for group in groups:
        if len(group) != 2 or group[1] <= 0:
            raise ValueError(f"{group} is no (right, asked) pair; leave out groups that were asked nothing")
    return sum(right for right, _ in groups) / sum(asked for _, asked in groups)


def bootstrap_over_groups(
    groups: Sequence[Group],
    statistic: Callable[[Sequence[Group]], float] = pooled_share,
    *,
    seed: int,
    rounds: int = ROUNDS,
) -> Estimate | None:
    """Estimate any figure of people who came in groups, by drawing whole groups with replacement.

    A group is a tuple of whatever numbers `statistic` needs, such as (right before, right after, asked);
    it must have a value for every draw. `n` counts groups. The same seed gives the same range, in whatever
    order the groups come. None for one group alone; raises ValueError for no groups at all.
    Under about ten groups the range is too narrow.
    Source: Field and Welsh (2007), https://doi.org/10.1111/j.1467-9868.2007.00593.x
    """
    if not groups:
        raise ValueError("no groups, so nothing to estimate; leave the figure unknown")
    pool = sorted(groups)
    value = statistic(pool)
    if len(pool) == 1:
        return None
    random = Random(seed)
    drawn = [statistic(random.choices(pool, k=len(pool))) for _ in range(rounds)]
    low, *_, high = quantiles(drawn, n=40, method="inclusive")
    # All draws can lie on one side of a lopsided figure, and its range would not hold it.
    return Estimate(min(low, value), value, max(high, value), len(pool))
