from math import pi
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_effectsize

from campagne.figures.effect_sizes import cohens_h, hake_gain

pytestmark = pytest.mark.once

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("ours", "theirs", "distance"),
    [
        pytest.param(0.5, 0.5, 0, id="no difference"),
        pytest.param(0.65, 0.45, 0.404, id="in the middle"),
        pytest.param(0.25, 0.05, 0.596, id="at the edge the same 20 points are further"),
        pytest.param(1, 0, pi, id="everybody and nobody"),
    ],
)
def test_the_distance_is_that_of_cohens_table_of_angles(ours, theirs, distance):
    assert cohens_h(ours, theirs) == pytest.approx(distance, abs=1e-3)


def test_a_thousand_distances_agree_with_statsmodels():
    random = Random(1988)
    for _ in range(1000):
        ours, theirs = random.random(), random.random()

        assert cohens_h(ours, theirs) == pytest.approx(proportion_effectsize(ours, theirs), abs=1e-9)


@given(SHARES, SHARES)
def test_swapping_the_sides_turns_the_distance(ours, theirs):
    assert cohens_h(ours, theirs) == -cohens_h(theirs, ours)
    assert -pi <= cohens_h(ours, theirs) <= pi


@given(SHARES, SHARES, SHARES)
def test_the_distance_grows_with_the_difference(one, other, third):
    low, middle, high = sorted((one, other, third))

    assert cohens_h(middle, low) <= cohens_h(high, low)


def test_hake_tells_which_part_of_the_room_for_learning_was_used():
    assert hake_gain(0.50, 0.70, 50) == pytest.approx(0.40)


@pytest.mark.parametrize(
    ("before", "after", "n", "is_told"),
    [
        pytest.param(0.849, 0.95, 100, True, id="just under 85 % beforehand"),
        pytest.param(0.85, 0.95, 100, False, id="85 % knew it beforehand"),
        pytest.param(1, 1, 100, False, id="nothing left to learn"),
        pytest.param(0.5, 0.7, 29, False, id="29 people"),
        pytest.param(0.5, 0.7, 30, True, id="30 people"),
        pytest.param(0.5, 0.7, 0, False, id="nobody"),
    ],
)
def test_hake_is_silent_where_he_would_mislead(before, after, n, is_told):
    assert (hake_gain(before, after, n) is not None) is is_told


def test_hake_goes_below_0_when_people_unlearned():
    assert hake_gain(0.5, 0.4, 50) == pytest.approx(-0.2)


@given(st.floats(0, 0.8), SHARES, SHARES)
def test_who_learned_more_gains_more_and_never_more_than_all(before, one, other):
    less, more = sorted((one, other))

    assert hake_gain(before, less, 30) <= hake_gain(before, more, 30) <= 1


@pytest.mark.parametrize("share", [-0.1, 1.1, 62, float("nan")])
def test_a_percentage_is_not_taken_for_a_share(share):
    for figure in (lambda: cohens_h(share, 0.5), lambda: cohens_h(0.5, share)):
        with pytest.raises(ValueError, match="no share"):
            figure()
    for figure in (lambda: hake_gain(share, 0.5, 50), lambda: hake_gain(0.5, share, 50)):
        with pytest.raises(ValueError, match="no share"):
            figure()
