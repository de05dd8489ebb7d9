from collections import Counter
from random import Random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pearsonr

from campagne.figures.items import correlation_of_counts, correlation_range, item_rest_correlations

pytestmark = pytest.mark.once

POINTS = st.none() | st.sampled_from([0, 1, 0.5, 1 / 3])
TABLES = st.integers(0, 6).flatmap(lambda width: st.lists(st.lists(POINTS, min_size=width, max_size=width), max_size=9))


def random_table(random: Random) -> list[list[int]]:
    """Answers of people who differ in what they know, to items that differ in difficulty."""
    items = [random.gauss(0, 1) for _ in range(random.randint(2, 4))]
    people = [random.gauss(0, 1) for _ in range(random.randint(3, 30))]
    return [[int(knows + random.gauss(0, 1) > hard) for hard in items] for knows in people]


def test_an_item_is_compared_with_the_rest_and_not_with_itself():
    knows_all, knows_half, knows_none = [1, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 1]

    correlations = item_rest_correlations([knows_all, knows_half, knows_none])

    rests = {0: [2, 1, 1], 1: [2, 1, 1], 2: [2, 2, 1], 3: [3, 2, 0]}
    rows = numpy.array([knows_all, knows_half, knows_none])
    assert correlations == pytest.approx([numpy.corrcoef(rows[:, item], rests[item])[0, 1] for item in range(4)])
    assert correlations[3] < 0


def test_a_thousand_tables_agree_with_scipy():
    random = Random(1963)
    for _ in range(1000):
        rows = random_table(random)
        scores = numpy.array(rows)

        for item, correlation in enumerate(item_rest_correlations(rows)):
            rest = scores.sum(axis=1) - scores[:, item]
            if numpy.ptp(scores[:, item]) and numpy.ptp(rest):
                assert correlation == pytest.approx(pearsonr(scores[:, item], rest).statistic, abs=1e-6)
            else:
                assert correlation is None


@given(TABLES)
def test_a_correlation_is_unknown_or_lies_between_minus_1_and_1(rows):
    correlations = item_rest_correlations(rows)

    assert len(correlations) == (len(rows[0]) if rows else 0)
    assert all(correlation is None or -1 <= correlation <= 1 for correlation in correlations)


@given(TABLES, st.randoms())
def test_the_order_of_the_people_does_not_matter(rows, random):
    shuffled = random.sample(rows, len(rows))

    assert item_rest_correlations(shuffled) == pytest.approx(item_rest_correlations(rows))


def test_a_wrong_key_shows_as_a_correlation_below_0():
    random = Random(5)
    rows = [[row[0], 1 - row[1], *row[2:]] for row in (known_by(random) for _ in range(200))]

    correlations = item_rest_correlations(rows)

    assert [correlation < 0 for correlation in correlations] == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("rows", "correlations"),
    [
        pytest.param([], [], id="nobody"),
        pytest.param([[1, 0]], [None, None], id="one person"),
        pytest.param([[1], [0]], [None], id="one item has no rest"),
        pytest.param([[1, 0], [1, 1]], [None, None], id="everybody alike in the item, or in its rest"),
        pytest.param([[0.1, 0.1, 0], [0.1, 0.1, 1], [0.1, 0.1, 1]], [None] * 3, id="alike but for rounding"),
        pytest.param([[1, 1], [0, 0], [None, 1], [1, None]], [1, 1], id="who reached no other item does not count"),
        pytest.param([[1, 1, None], [1, 1, 1], [0, 0, 0]], [1, 1, 1], id="the rest is an average of what was reached"),
    ],
)
def test_an_item_without_a_difference_to_compare_is_unknown(rows, correlations):
    assert item_rest_correlations(rows) == pytest.approx(correlations)


def test_rows_of_different_quizzes_are_refused():
    with pytest.raises(ValueError, match=r"rows of \[2, 3\] items"):
        item_rest_correlations([[1, 0], [1, 0, 1]])


def known_by(random: Random) -> list[int]:
    knows = random.gauss(0, 1)
    return [int(knows + random.gauss(0, 0.5) > 0) for _ in range(5)]


def test_a_thousand_ranges_of_a_correlation_agree_with_scipy():
    chance = Random(9)
    for _ in range(1000):
        size = chance.randint(4, 60)
        one, other = ([chance.gauss(0, 1) for _ in range(size)] for _ in range(2))
        found = pearsonr(one, other)
        expected = found.confidence_interval(0.95)
        estimate = correlation_range(found.statistic, size)
        assert (estimate.low, estimate.high) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.mark.parametrize("edge", [-1.0, 1.0])
def test_a_perfect_correlation_has_a_range_too(edge):
    assert correlation_range(edge, 50).value == edge
    assert correlation_range(edge, 3) is None


@given(st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from([0, 0.25, 0.5, 1])), max_size=30))
def test_pairs_that_were_counted_correlate_as_one_by_one(pairs):
    counted = correlation_of_counts(Counter(pairs))
    one, other = zip(*pairs, strict=True) if pairs else ((), ())

    if len(set(one)) < 2 or len(set(other)) < 2:
        assert counted is None
    else:
        assert counted == pytest.approx(pearsonr(one, other).statistic, abs=1e-9)
