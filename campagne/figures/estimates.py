"""Every way from counts to a figure with its doubt, by the names that others use.

Fractions from 0 to 1 and never percentages; unknown is None and never 0; every formula names its source.
Only the standard library is loaded: scipy and statsmodels are what the tests compare with.
"""

from campagne.figures.clusters import clustered_change, clustered_share, design_effect, effective_n
from campagne.figures.effect_sizes import cohens_h, hake_gain
from campagne.figures.items import correlation_of_counts, correlation_range, item_rest_correlations
from campagne.figures.paired import change_within, mcnemar_exact, mcnemar_mid_p
from campagne.figures.planning import Plan, smallest_visible_change
from campagne.figures.resampling import bootstrap_over_groups
from campagne.figures.shares import Estimate, difference, difference_between, share_of, wilson_interval

__all__ = [
    "Estimate",
    "Plan",
    "bootstrap_over_groups",
    "change_within",
    "clustered_change",
    "clustered_share",
    "cohens_h",
    "correlation_of_counts",
    "correlation_range",
    "design_effect",
    "difference",
    "difference_between",
    "effective_n",
    "hake_gain",
    "item_rest_correlations",
    "mcnemar_exact",
    "mcnemar_mid_p",
    "share_of",
    "smallest_visible_change",
    "wilson_interval",
]
