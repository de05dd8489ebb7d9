import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest
from statsmodels.stats.contingency_tables import mcnemar

from campagne.figures.estimates import share_of
from campagne.figures.paired import BeforeAfter, hake_gain, mcnemar_mid_p, paired_difference

COUNTS = st.integers(0, 300)
CELLS = st.builds(BeforeAfter, COUNTS, COUNTS, COUNTS, COUNTS).filter(lambda cells: cells.pairs > 0)


def test_before_minus_after_has_the_paired_interval_of_newcombe():
    change = paired_difference(BeforeAfter(stayed_right=59, unlearned=6, learned=16, stayed_wrong=80))

    assert (change.value, change.low, change.high) == pytest.approx((-0.0621, -0.1186, -0.0046), abs=5e-5)
    assert change.n == 161


def test_the_gain_is_the_same_change_from_the_other_side():
    gain = -paired_difference(BeforeAfter(59, 6, 16, 80))

    assert (gain.value, gain.low, gain.high) == pytest.approx((0.0621, 0.0046, 0.1186), abs=5e-5)


def test_without_the_continuity_term_the_interval_would_be_narrower():
    cells = BeforeAfter(59, 6, 16, 80)
    answers = numpy.repeat([[1, 1], [1, 0], [0, 1], [0, 0]], [59, 6, 16, 80], axis=0)

    plain = numpy.corrcoef(answers.T)[0, 1]

    assert 0 < cells.correlation < plain


@given(CELLS)
def test_a_change_lies_within_its_bounds_and_those_within_minus_1_and_1(cells):
    change = paired_difference(cells)

    assert -1 <= change.low <= change.value <= change.high <= 1
    assert change.value == pytest.approx((cells.unlearned - cells.learned) / cells.pairs)


@given(CELLS)
def test_swapping_before_and_after_mirrors_the_change(cells):
    swapped = BeforeAfter(cells.stayed_right, cells.learned, cells.unlearned, cells.stayed_wrong)

    forth, back = paired_difference(cells), -paired_difference(swapped)

    assert (forth.low, forth.value, forth.high) == pytest.approx((back.low, back.value, back.high))


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(BeforeAfter(12, 0, 0, 0), id="everybody knew it already"),
        pytest.param(BeforeAfter(0, 0, 12, 0), id="everybody learned it"),
        pytest.param(BeforeAfter(0, 0, 0, 1), id="one person, wrong twice"),
    ],
)
def test_an_empty_margin_still_has_an_interval(cells):
    change = paired_difference(cells)

    assert cells.correlation == 0
    assert change.low < change.high


def test_nobody_asked_twice_is_no_change_but_an_unknown():
    with pytest.raises(ValueError, match="nothing to estimate"):
        paired_difference(BeforeAfter(0, 0, 0, 0))


def test_cells_are_people_so_never_below_0():
    with pytest.raises(ValueError, match="below 0"):
        BeforeAfter(3, -1, 0, 0)


def test_the_mid_p_is_that_of_fagerland_and_smaller_than_the_exact_p():
    cells = BeforeAfter(794, 150, 86, 570)

    exact = mcnemar([[794, 150], [86, 570]], exact=True).pvalue

    assert exact == pytest.approx(3.7159e-5, rel=1e-4)
    assert mcnemar_mid_p(cells) == pytest.approx(2.8934e-5, rel=1e-4)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_mid_p_takes_away_half_of_the_chance_of_what_was_seen(unlearned, learned):
    mid_p = mcnemar_mid_p(BeforeAfter(5, unlearned, learned, 5))

    if unlearned == learned:
        chance = binom.pmf(learned, 2 * learned, 0.5) if learned else 0
        assert mid_p == pytest.approx(1 - chance / 2)
    else:
        changed = unlearned + learned
        exact = binomtest(learned, changed).pvalue
        assert mid_p == pytest.approx(exact - binom.pmf(learned, changed, 0.5), rel=1e-6, abs=1e-12)


def test_hake_tells_which_part_of_the_room_for_learning_was_used():
    assert hake_gain(share_of(25, 50), share_of(35, 50)) == pytest.approx(0.40)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(share_of(85, 100), share_of(95, 100), id="85 % knew it beforehand"),
        pytest.param(share_of(100, 100), share_of(100, 100), id="nothing left to learn"),
        pytest.param(share_of(10, 29), share_of(20, 29), id="29 people"),
        pytest.param(share_of(20, 50), share_of(20, 29), id="29 people left afterwards"),
    ],
)
def test_hake_is_silent_where_he_would_mislead(before, after):
    assert hake_gain(before, after) is None


def test_hake_goes_below_0_when_people_unlearned():
    assert hake_gain(share_of(25, 50), share_of(20, 50)) == pytest.approx(-0.2)
