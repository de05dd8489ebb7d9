import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from campagne.figures.estimates import Estimate, difference, share_of, wilson_interval


@st.composite
def parts(draw: st.DrawFn, most: int = 2000) -> tuple[int, int]:
    whole = draw(st.integers(1, most))
    return draw(st.integers(0, whole)), whole


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        pytest.param(8, 10, 0.4902, 0.9433, id="few people"),
        pytest.param(81, 263, 0.2553, 0.3662, id="many people"),
        pytest.param(0, 20, 0.0, 0.1611, id="nobody, and still a doubt"),
    ],
)
def test_a_share_has_the_interval_of_wilson(successes, trials, low, high):
    estimate = share_of(successes, trials)

    assert (estimate.low, estimate.high) == pytest.approx((low, high), abs=5e-5)
    assert (estimate.value, estimate.n) == (successes / trials, trials)


@given(parts())
def test_a_share_agrees_with_scipy_and_statsmodels(part):
    estimate = share_of(*part)

    scipys = binomtest(*part).proportion_ci(method="wilson")
    assert (estimate.low, estimate.high) == pytest.approx((scipys.low, scipys.high), abs=1e-9)
    assert (estimate.low, estimate.high) == pytest.approx(proportion_confint(*part, method="wilson"), abs=1e-9)


@given(parts())
def test_a_share_lies_within_its_bounds_and_those_within_0_and_1(part):
    estimate = share_of(*part)

    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1


@pytest.mark.parametrize(
    ("successes", "trials", "message"),
    [
        pytest.param(0, 0, "nothing to estimate", id="nobody was asked"),
        pytest.param(3, 2, "between 0 and 2", id="more right than asked"),
        pytest.param(-1, 2, "between 0 and 2", id="less than nobody"),
    ],
)
def test_no_share_is_made_of_what_cannot_be_a_share(successes, trials, message):
    with pytest.raises(ValueError, match=message):
        share_of(successes, trials)


def test_more_confidence_asks_for_a_wider_interval():
    usual, sure = share_of(8, 10), share_of(8, 10, confidence=0.99)

    assert sure.low < usual.low
    assert usual.high < sure.high


def test_the_interval_takes_a_number_of_people_that_is_not_whole():
    assert wilson_interval(0.5, 10)[0] < wilson_interval(0.5, 10.5)[0] < wilson_interval(0.5, 11)[0]


@pytest.mark.parametrize(
    ("ours", "theirs", "low", "high"),
    [
        pytest.param((56, 70), (48, 80), 0.0524, 0.3339, id="a difference"),
        pytest.param((0, 10), (0, 10), -0.2775, 0.2775, id="nobody on either side"),
    ],
)
def test_a_difference_has_the_interval_of_newcombe(ours, theirs, low, high):
    gap = difference(share_of(*ours), share_of(*theirs))

    assert (gap.low, gap.high) == pytest.approx((low, high), abs=5e-5)


@given(parts(), parts())
def test_a_difference_agrees_with_statsmodels(ours, theirs):
    gap = difference(share_of(*ours), share_of(*theirs))

    expected = confint_proportions_2indep(*ours, *theirs, method="newcomb", compare="diff")
    assert (gap.low, gap.high) == pytest.approx(expected, abs=1e-9)


@given(parts(), parts())
def test_a_difference_seen_from_the_other_side_is_its_mirror(ours, theirs):
    gap = difference(share_of(*ours), share_of(*theirs))
    mirrored = -difference(share_of(*theirs), share_of(*ours))

    assert (gap.low, gap.value, gap.high) == pytest.approx((mirrored.low, mirrored.value, mirrored.high))
    assert gap.n == mirrored.n == min(ours[1], theirs[1])


def test_negating_swaps_the_bounds():
    assert -Estimate(-0.1, 0.2, 0.3, 40) == Estimate(-0.3, -0.2, 0.1, 40)
