import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from campagne.figures.multiple_testing import standing_out

pytestmark = pytest.mark.once

# From Benjamini and Hochberg (1995), section 4.1: fifteen comparisons, of which four stand out at 5 percent.
PUBLISHED = [
    *[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
    *[0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000],
]


def test_of_the_published_fifteen_four_stand_out():
    assert standing_out(PUBLISHED, share_by_chance=0.05) == [True] * 4 + [False] * 11


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.sampled_from([0.05, 0.2, 1 / 3]))
def test_it_decides_as_statsmodels_does(chances, share):
    theirs = multipletests(chances, alpha=share, method="fdr_bh")[0]

    assert standing_out(chances, share_by_chance=share) == list(theirs)


def test_nothing_to_compare_is_nothing_that_stands_out():
    assert standing_out([], share_by_chance=0.05) == []
