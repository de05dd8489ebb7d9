import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom

from campagne.figures.negative_binomial import NegativeBinomial

pytestmark = pytest.mark.once

MEANS = st.floats(0.5, 50_000)
SPREADS = st.floats(1.05, 60)


def as_scipy_has_it(mean: float, variance: float):
    return nbinom(mean**2 / (variance - mean), mean / variance)


@given(MEANS, SPREADS, st.floats(0, 2))
def test_the_chance_of_so_few_is_that_of_scipy(mean, spread, part):
    ours, theirs = NegativeBinomial(mean, mean * spread), as_scipy_has_it(mean, mean * spread)

    count = int(mean * part)

    assert ours.chance_of_at_most(count) == pytest.approx(theirs.cdf(count), rel=1e-6, abs=1e-12)


@given(MEANS, SPREADS)
def test_the_band_holds_the_middle_that_was_asked_for(mean, spread):
    low, high = NegativeBinomial(mean, mean * spread).band()

    theirs = as_scipy_has_it(mean, mean * spread)
    assert theirs.cdf(low - 1) <= 0.025 + 1e-9
    assert theirs.cdf(high) >= 0.975 - 1e-9
    assert low <= high


def test_far_in_the_tail_a_small_chance_stays_a_number():
    assert 0 < NegativeBinomial(2_000, 2_667).chance_of_at_most(1_000) < 1e-100


def test_none_at_all_has_a_chance_where_the_shape_is_one():
    assert NegativeBinomial(0.5, 0.75).chance_of_at_most(0) == pytest.approx(2 / 3)


def test_fewer_than_nothing_never_comes():
    assert NegativeBinomial(40, 54).chance_of_at_most(-1) == 0


@pytest.mark.parametrize(("mean", "variance"), [(0, 1), (40, 40), (40, 30)])
def test_less_spread_than_chance_is_refused(mean, variance):
    with pytest.raises(ValueError, match="expected 0 < mean < variance"):
        NegativeBinomial(mean, variance)
