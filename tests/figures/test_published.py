"""Figures of others: a gap keeps their bounds, a change of counts says what chance explains."""

from math import hypot, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.published import Published, amount_in_words, change_of_counts, gap_between, gap_in_words
from campagne.figures.verdicts import Verdict, judge_published

pytestmark = pytest.mark.once

NUMBERS = st.floats(0, 100)
PUBLISHED = st.tuples(NUMBERS, NUMBERS, NUMBERS).map(sorted).map(lambda three: Published(three[1], three[0], three[2]))
COUNTS = st.integers(1, 5000)


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        pytest.param(Published(18.7, 18.1, 19.4), Published(17.0, 16.3, 17.6), Verdict.HIGHER, id="the margins part"),
        pytest.param(Published(15.6, 15.4, 15.9), Published(16.9, 16.7, 17.2), Verdict.LOWER, id="the other way round"),
        pytest.param(Published(46.2, 45.3, 47.0), Published(46.5, 45.7, 47.3), Verdict.NO_DIFFERENCE, id="0 is within"),
        pytest.param(Published(16, 12, 21), Published(15.6, 15.4, 15.9), Verdict.NO_DIFFERENCE, id="a region of 300"),
        pytest.param(Published(47, 20, 74), Published(46.2, 45.3, 47.0), Verdict.NOT_YET_KNOWN, id="a few victims"),
        pytest.param(Published(17), Published(15.6, 15.4, 15.9), Verdict.NOT_YET_KNOWN, id="no bounds"),
        pytest.param(Published(90, 85, 95, 12), Published(10, 9, 11), Verdict.TOO_LITTLE, id="it says that it is few"),
    ],
)
def test_a_gap_is_judged_by_its_interval_alone(ours, theirs, verdict):
    assert judge_published(gap_between(ours, theirs)) is verdict


def test_a_gap_squares_and_adds_the_distances_to_the_bounds():
    gap = gap_between(Published(18.7, 18.1, 19.4), Published(17.0, 16.3, 17.6))

    assert gap.value == pytest.approx(1.7)
    assert (gap.low, gap.high) == pytest.approx((1.7 - hypot(0.6, 0.6), 1.7 + hypot(0.7, 0.7)))


@given(PUBLISHED, PUBLISHED)
def test_a_gap_seen_from_the_other_side_is_its_mirror(ours, theirs):
    there, back = gap_between(ours, theirs), gap_between(theirs, ours)

    assert (back.value, back.low, back.high) == pytest.approx((-there.value, -there.high, -there.low))


@given(PUBLISHED, PUBLISHED)
def test_a_gap_is_never_surer_than_either_figure(ours, theirs):
    gap = gap_between(ours, theirs)

    for figure in (ours, theirs):
        assert gap.high - gap.low >= figure.high - figure.low - 1e-9
    if judge_published(gap).has_direction:
        assert (
            ours.value < theirs.low or ours.value > theirs.high or theirs.value < ours.low or theirs.value > ours.high
        )


@given(COUNTS, COUNTS)
def test_a_change_excludes_0_exactly_when_chance_does_not_explain_it(after, before):
    change = change_of_counts(after, before)
    z = (after - before) / sqrt(after + before)

    if abs(abs(z) - 1.959964) > 1e-5:
        assert (change.low > 0 or change.high < 0) == (abs(z) > 1.959964)
    assert change.low <= change.value <= change.high


@pytest.mark.parametrize(
    ("after", "before", "verdict"),
    [
        pytest.param(300, 400, Verdict.LOWER, id="far fewer"),
        pytest.param(395, 400, Verdict.NO_DIFFERENCE, id="as chance would"),
        pytest.param(31, 33, Verdict.NOT_YET_KNOWN, id="anything may be so"),
        pytest.param(3, 29, Verdict.TOO_LITTLE, id="a handful"),
    ],
)
def test_a_change_of_counts_is_judged_by_the_same_table(after, before, verdict):
    assert judge_published(change_of_counts(after, before)) is verdict


def test_from_nothing_there_is_no_change_in_percent():
    assert change_of_counts(5, 0) is None
    assert change_of_counts(0, 50).value == -100


@pytest.mark.parametrize("bounds", [(1, None), (None, 1), (6, 7), (1, 2)])
def test_bounds_come_together_and_enclose(bounds):
    with pytest.raises(ValueError, match=r"bounds|outside"):
        Published(5, *bounds)


def test_nothing_entered_is_no_failure():
    assert judge_published(None) is Verdict.NOT_ENTERED


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param(amount_in_words(Published(15.6, 15.4, 15.9), "procent"), "15,6 procent (tussen 15,4 en 15,9)"),
        pytest.param(amount_in_words(Published(1234), "", 0), "1.234 (marge onbekend)"),
        pytest.param(gap_in_words(Published(1.4, -3.6, 6.4), "punt"), "1,4 punt meer (tussen 3,6 minder en 6,4 meer)"),
        pytest.param(
            gap_in_words(Published(0.01, -1, 1), "punt"), "geen verschil te zien (tussen 1,0 minder en 1,0 meer)"
        ),
        pytest.param(gap_in_words(Published(-2.5), "punt"), "2,5 punt minder (marge onbekend)"),
    ],
)
def test_figures_are_said_with_their_doubt(said, words):
    assert said == words
