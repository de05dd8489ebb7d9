import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from campagne.figures.clusters import Cluster, clustered_share
from campagne.figures.resampling import bootstrap_over_groups

pytestmark = pytest.mark.once

SIZES = st.integers(0, 30)
GROUPS = st.lists(
    st.tuples(SIZES, SIZES.filter(bool)).map(lambda counts: (min(counts), max(counts))), min_size=2, max_size=12
)
ROUNDS = 200


def gain(groups):
    """What was learned, over (right before, right after, asked)."""
    return sum(after - before for before, after, _ in groups) / sum(asked for *_, asked in groups)


@given(GROUPS, st.integers())
@settings(max_examples=50)
def test_the_range_holds_the_share_and_stays_between_0_and_1(groups, seed):
    estimate = bootstrap_over_groups(groups, seed=seed, rounds=ROUNDS)

    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1
    assert estimate.value == sum(right for right, _ in groups) / sum(asked for _, asked in groups)
    assert estimate.n == len(groups)


@given(GROUPS, st.integers(), st.randoms())
@settings(max_examples=50)
def test_the_same_seed_gives_the_same_range_in_whatever_order_the_groups_come(groups, seed, random):
    estimate = bootstrap_over_groups(groups, seed=seed, rounds=ROUNDS)

    assert bootstrap_over_groups(random.sample(groups, len(groups)), seed=seed, rounds=ROUNDS) == estimate


def test_another_seed_gives_almost_the_same_range():
    groups = [(3, 11), (9, 15), (8, 14), (12, 17), (7, 13), (10, 19), (5, 12), (11, 16), (9, 18), (6, 10)]

    one, other = bootstrap_over_groups(groups, seed=1), bootstrap_over_groups(groups, seed=2)

    assert (one.low, one.high) != (other.low, other.high)
    assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=0.02)


@pytest.mark.parametrize(("right", "asked"), [pytest.param(62, 100, id="62 of 100"), pytest.param(9, 30, id="9 of 30")])
def test_people_who_came_alone_are_drawn_as_scipy_says_they_would_be(right, asked):
    alone = [(1, 1)] * right + [(0, 1)] * (asked - right)

    estimate = bootstrap_over_groups(alone, seed=1979, rounds=4000)

    expected = (binom.ppf(0.025, asked, right / asked) / asked, binom.ppf(0.975, asked, right / asked) / asked)
    assert (estimate.low, estimate.high) == pytest.approx(expected, abs=1.001 / asked)


def test_groups_that_differ_have_more_doubt_than_their_people_apart():
    groups = [(right, 15) for right in (1, 14, 2, 13, 3, 12, 4, 11, 0, 15)]
    apart = [(1, 1)] * 75 + [(0, 1)] * 75

    together, alone = bootstrap_over_groups(groups, seed=7), bootstrap_over_groups(apart, seed=7)

    assert together.high - together.low > 2 * (alone.high - alone.low)
    formula = clustered_share(groups)
    assert (together.low, together.high) == pytest.approx((formula.low, formula.high), abs=0.06)


def test_any_figure_of_groups_can_be_given_a_range():
    groups = [(5, 9, 15), (6, 11, 14), (4, 10, 15), (7, 9, 12), (3, 8, 13)]

    estimate = bootstrap_over_groups(groups, gain, seed=4)

    assert estimate.value == pytest.approx(22 / 69)
    assert 0 < estimate.low < estimate.value < estimate.high


def test_a_figure_that_every_draw_makes_smaller_is_still_within_its_range():
    twelve_different = [(right, 12) for right in range(12)]

    estimate = bootstrap_over_groups(twelve_different, lambda drawn: len(set(drawn)), seed=1)

    assert (estimate.value, estimate.high) == (12, 12)
    assert estimate.low < 10


def test_one_group_alone_has_no_range():
    assert bootstrap_over_groups([(12, 15)], seed=1) is None


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        pytest.param([], "nothing to estimate", id="no group"),
        pytest.param([(3, 4), (0, 0)], "asked nothing", id="a group without answers"),
        pytest.param([(1, 2, 3)], "no .right, asked. pair", id="three numbers without a figure of their own"),
    ],
)
def test_groups_without_sense_are_refused(groups, message):
    with pytest.raises(ValueError, match=message):
        bootstrap_over_groups(groups, seed=1)


def test_sessions_may_come_as_clusters():
    groups = [(3, 4), (2, 5), (5, 5)]

    assert bootstrap_over_groups([Cluster(*group) for group in groups], seed=3) == bootstrap_over_groups(groups, seed=3)
