"""Many comparisons at once: which of them stand out, when some would do so by chance alone."""

from collections.abc import Sequence


def standing_out(chances: Sequence[float], *, share_by_chance: float) -> list[bool]:
    """Say of each chance (0 to 1, small is strange) whether it stands out among all of them.

    Of those that do, at most `share_by_chance` (0 to 1) is expected to do so by chance, also when the comparisons
    go up and down together, as those of a part and its whole.
    Source: Benjamini & Hochberg (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x;
    Benjamini & Yekutieli (2001) for the dependence, https://doi.org/10.1214/aos/1013699998
    """
    ranked = sorted(chances)
    small = [chance for rank, chance in enumerate(ranked, start=1) if chance <= share_by_chance * rank / len(ranked)]
    return [chance <= small[-1] for chance in chances] if small else [False] * len(chances)
