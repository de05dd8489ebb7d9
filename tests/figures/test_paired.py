from math import sqrt
from random import Random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest, chi2_contingency
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

from campagne.figures.paired import change_within, mcnemar_exact, mcnemar_mid_p

pytestmark = pytest.mark.once

COUNTS = st.integers(0, 300)
CELLS = st.tuples(COUNTS, COUNTS, COUNTS, COUNTS).filter(any)


def random_tables(number: int, seed: int = 1947) -> list[tuple[int, int, int, int]]:
    random = Random(seed)
    most = [random.choice((3, 20, 300)) for _ in range(number)]
    tables = [tuple(random.randint(0, count) for _ in range(4)) for count in most]
    return [table if any(table) else (1, 0, 0, 0) for table in tables]


def test_after_minus_before_has_the_paired_interval_of_newcombe():
    change = change_within(n11=59, n10=6, n01=16, n00=80)

    assert (change.value, change.low, change.high) == pytest.approx((0.0621, 0.0046, 0.1186), abs=5e-5)
    assert change.n == 161


def test_without_the_continuity_term_the_interval_would_be_narrower():
    change = change_within(59, 6, 16, 80)

    plain = square_and_add(59, 6, 16, 80, phi=numpy.corrcoef(answers_of(59, 6, 16, 80))[0, 1])

    assert change.low < plain[0]
    assert change.high > plain[1]


def test_a_thousand_changes_agree_with_the_parts_that_scipy_and_statsmodels_know():
    for cells in random_tables(1000):
        change = change_within(*cells)

        expected = square_and_add(*cells, phi=phi_of(*cells))
        assert (change.low, change.high) == pytest.approx(expected, abs=1e-6)


@given(CELLS)
def test_a_change_lies_within_its_bounds_and_those_within_minus_1_and_1(cells):
    change = change_within(*cells)

    assert -1 <= change.low <= change.value <= change.high <= 1
    assert change.value == pytest.approx((cells[2] - cells[1]) / sum(cells))


@given(CELLS)
def test_swapping_before_and_after_mirrors_the_change(cells):
    n11, n10, n01, n00 = cells

    forth, back = change_within(*cells), -change_within(n11, n01, n10, n00)

    assert (forth.low, forth.value, forth.high) == pytest.approx((back.low, back.value, back.high))


@given(CELLS)
def test_counting_wrong_for_right_mirrors_the_change(cells):
    right = change_within(*cells)
    wrong = -change_within(*reversed(cells))

    assert (right.low, right.value, right.high) == pytest.approx((wrong.low, wrong.value, wrong.high))


@given(CELLS, st.integers(2, 20))
def test_the_same_change_in_more_people_has_less_doubt(cells, times):
    few, many = change_within(*cells), change_within(*(times * count for count in cells))

    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param((12, 0, 0, 0), id="everybody knew it already"),
        pytest.param((0, 0, 12, 0), id="everybody learned it"),
        pytest.param((0, 0, 0, 1), id="one person, wrong twice"),
    ],
)
def test_an_empty_margin_still_has_an_interval(cells):
    change = change_within(*cells)

    assert change.low < change.high


def test_nobody_asked_twice_is_no_change_but_an_unknown():
    with pytest.raises(ValueError, match="nothing to estimate"):
        change_within(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("figure", "counts"),
    [
        pytest.param(change_within, (3, -1, 2, 5), id="a change"),
        pytest.param(mcnemar_exact, (-1, 2), id="an exact test"),
        pytest.param(mcnemar_mid_p, (2, -1), id="a mid-p"),
    ],
)
def test_cells_are_people_so_never_below_0(figure, counts):
    with pytest.raises(ValueError, match="below 0"):
        figure(*counts)


def test_the_mid_p_is_that_of_fagerland_and_smaller_than_the_exact_p():
    assert mcnemar_exact(150, 86) == pytest.approx(3.7159e-5, rel=1e-5)
    assert mcnemar_mid_p(150, 86) == pytest.approx(2.8934e-5, rel=1e-5)


def test_a_thousand_exact_and_mid_p_agree_with_scipy_and_statsmodels():
    for n11, n10, n01, n00 in random_tables(1000):
        exact, mid_p = mcnemar_exact(n10, n01), mcnemar_mid_p(n10, n01)

        assert exact == pytest.approx(mcnemar([[n11, n10], [n01, n00]], exact=True).pvalue, rel=1e-6)
        changed = n10 + n01
        if changed:
            seen = binom.pmf(n01, changed, 0.5)
            assert exact == pytest.approx(binomtest(n01, changed).pvalue, rel=1e-6)
            assert mid_p == pytest.approx(exact - seen / (2 if n10 == n01 else 1), rel=1e-6, abs=1e-15)


@given(COUNTS, COUNTS)
def test_a_chance_lies_between_0_and_1_and_does_not_mind_the_direction(n10, n01):
    assert 0 <= mcnemar_mid_p(n10, n01) <= mcnemar_exact(n10, n01) <= 1
    assert mcnemar_exact(n10, n01) == mcnemar_exact(n01, n10)
    assert mcnemar_mid_p(n10, n01) == mcnemar_mid_p(n01, n10)


@given(COUNTS, COUNTS)
def test_the_more_lopsided_the_less_likely_by_chance(fewer, extra):
    lopsided, more = (fewer, fewer + extra), (fewer, fewer + extra + 1)

    assert mcnemar_exact(*more) <= mcnemar_exact(*lopsided) + 1e-12
    assert mcnemar_mid_p(*more) <= mcnemar_mid_p(*lopsided) + 1e-12


def test_when_nobody_changed_chance_explains_it_all():
    assert mcnemar_exact(0, 0) == mcnemar_mid_p(0, 0) == 1


def test_a_hundred_thousand_people_who_changed_are_no_trouble():
    assert mcnemar_exact(50_500, 49_500) == pytest.approx(binomtest(49_500, 100_000).pvalue, rel=1e-6)


def answers_of(n11, n10, n01, n00):
    return numpy.repeat([[1, 1], [1, 0], [0, 1], [0, 0]], [n11, n10, n01, n00], axis=0).T


def phi_of(n11, n10, n01, n00):
    """The φ behind Yates' chi-square, or the plain one where people tend to change their answer."""
    table = numpy.array([[n11, n10], [n01, n00]])
    if 0 in table.sum(axis=0) or 0 in table.sum(axis=1):
        return 0.0
    plain = numpy.corrcoef(answers_of(n11, n10, n01, n00))[0, 1]
    return plain if plain <= 0 else sqrt(chi2_contingency(table, correction=True).statistic / table.sum())


def square_and_add(n11, n10, n01, n00, *, phi):
    pairs = n11 + n10 + n01 + n00
    before, after = (n11 + n10) / pairs, (n11 + n01) / pairs
    (before_low, before_high), (after_low, after_high) = (
        proportion_confint(right, pairs, method="wilson") for right in (n11 + n10, n11 + n01)
    )
    below = numpy.array([after - after_low, before_high - before])
    above = numpy.array([after_high - after, before - before_low])
    shape = numpy.array([[1, -phi], [-phi, 1]])
    return tuple(after - before + sign * sqrt(max(0, d @ shape @ d)) for sign, d in ((-1, below), (1, above)))
