"""How large a difference is on a scale that others use; the percentage points with their range come first."""

from math import asin, sqrt

HAKE_CEILING = 0.85
HAKE_MINIMUM = 30


def cohens_h(ours: float, theirs: float) -> float:
    """Return `ours` minus `theirs` on a scale where equal distances are equally hard to see: from -π to π.

    Raises ValueError if a share is not between 0 and 1.
    Source: Cohen (1988), chapter 6, https://doi.org/10.4324/9780203771587
    """
    _check_share(ours)
    _check_share(theirs)
    return 2 * asin(sqrt(ours)) - 2 * asin(sqrt(theirs))


def hake_gain(before: float, after: float, n: int) -> float | None:
    """Return which part of what could still be learned was learned: Hake's <g> of the averages.

    `n` is the number of people, of the smaller side if they differ. Below 0 when they unlearned.
    None when the figure would mislead: 85 % or more right beforehand, or fewer than 30 people.
    Raises ValueError if an average is not between 0 and 1.
    Source: Hake (1998), https://doi.org/10.1119/1.18809
    """
    _check_share(before)
    _check_share(after)
    if before >= HAKE_CEILING or n < HAKE_MINIMUM:
        return None
    return (after - before) / (1 - before)


def _check_share(share: float) -> None:
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is no share; expected a fraction from 0 to 1, not a percentage")
