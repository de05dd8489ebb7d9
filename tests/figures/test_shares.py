from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from campagne.figures.shares import Estimate, difference, difference_between, share_of, wilson_interval

pytestmark = pytest.mark.once


@st.composite
def parts(draw: st.DrawFn, most: int = 2000) -> tuple[int, int]:
    whole = draw(st.integers(1, most))
    return draw(st.integers(0, whole)), whole


def random_parts(number: int, seed: int = 1927) -> list[tuple[int, int]]:
    random = Random(seed)
    wholes = [random.choice((random.randint(1, 12), random.randint(1, 2000))) for _ in range(number)]
    return [(random.choice((0, whole, random.randint(0, whole))), whole) for whole in wholes]


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


def test_a_thousand_shares_agree_with_scipy_and_statsmodels():
    for part in random_parts(1000):
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


@given(parts(most=200), st.integers(2, 50))
def test_the_same_share_of_more_people_has_less_doubt(part, times):
    few, many = share_of(*part), share_of(part[0] * times, part[1] * times)

    assert few.low <= many.low <= many.high <= few.high
    assert many.high - many.low < few.high - few.low


@given(parts(most=500).filter(lambda part: part[0] < part[1]))
def test_one_more_right_raises_both_bounds(part):
    fewer, more = share_of(*part), share_of(part[0] + 1, part[1])

    assert (fewer.low, fewer.value, fewer.high) < (more.low, more.value, more.high)
    assert fewer.low < more.low
    assert fewer.high < more.high or fewer.high == more.high == 1


@given(parts())
def test_right_and_wrong_are_each_others_mirror(part):
    right, wrong = share_of(*part), share_of(part[1] - part[0], part[1])

    assert (right.low, right.value, right.high) == pytest.approx((1 - wrong.high, 1 - wrong.value, 1 - wrong.low))


@pytest.mark.parametrize(
    ("ours", "theirs", "low", "high"),
    [
        pytest.param((56, 70), (48, 80), 0.0524, 0.3339, id="a difference"),
        pytest.param((0, 10), (0, 10), -0.2775, 0.2775, id="nobody on either side"),
        pytest.param((9, 10), (3, 10), 0.1705, 0.8090, id="few people"),
        pytest.param((10, 10), (0, 20), 0.6791, 1.0, id="everybody and nobody"),
    ],
)
def test_a_difference_has_the_interval_of_newcombe(ours, theirs, low, high):
    gap = difference_between(*ours, *theirs)

    assert (gap.low, gap.high) == pytest.approx((low, high), abs=5e-5)
    assert gap == difference(share_of(*ours), share_of(*theirs))


def test_a_thousand_differences_agree_with_statsmodels():
    for ours, theirs in zip(random_parts(1000), random_parts(1000, seed=1998), strict=True):
        gap = difference_between(*ours, *theirs)

        expected = confint_proportions_2indep(*ours, *theirs, method="newcomb", compare="diff")
        assert (gap.low, gap.high) == pytest.approx(expected, abs=1e-9)


@given(parts(), parts())
def test_a_difference_lies_within_its_bounds_and_those_within_minus_1_and_1(ours, theirs):
    gap = difference_between(*ours, *theirs)

    assert -1 <= gap.low <= gap.value <= gap.high <= 1
    assert gap.n == min(ours[1], theirs[1])


@given(parts(), parts())
def test_swapping_the_sides_mirrors_a_difference(ours, theirs):
    assert difference_between(*ours, *theirs) == -difference_between(*theirs, *ours)


@given(parts(most=200), parts(most=200), st.integers(2, 50))
def test_the_same_difference_between_more_people_has_less_doubt(ours, theirs, times):
    few = difference_between(*ours, *theirs)
    many = difference_between(*(times * count for count in ours), *(times * count for count in theirs))

    assert few.low <= many.low <= many.high <= few.high


@pytest.mark.parametrize(
    "counts",
    [pytest.param((0, 0, 3, 4), id="nobody on our side"), pytest.param((3, 4, 0, 0), id="nobody on theirs")],
)
def test_no_difference_with_nobody(counts):
    with pytest.raises(ValueError, match="nothing to estimate"):
        difference_between(*counts)


def test_negating_swaps_the_bounds():
    assert -Estimate(-0.1, 0.2, 0.3, 40) == Estimate(-0.3, -0.2, 0.1, 40)
