"""Two simulations prove the watch: it seldom cries wolf, and it sees a halving. Silence would pass the first alone."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.surveillance import EARLIER_WEEKS, LEAST_EXPECTED, WEEKS, Series, falls

pytestmark = pytest.mark.once

STEADY = Series((10,) * WEEKS)
HALVED = Series((50,) * EARLIER_WEEKS + (25,) * 4)
SERIES = 160
WATCHED_WEEKS = 10


def a_site(random, weeks: int) -> numpy.ndarray:
    """Weekly counts of 160 series as sites have them: 20 to 240 in four weeks, each as restless as it is.

    The true weekly level varies by 10 to 35 percent on top of chance; the first series expects 40 in four weeks.
    """
    level = numpy.exp(random.uniform(numpy.log(5.5), numpy.log(60), SERIES))
    calm = numpy.exp(random.uniform(numpy.log(8), numpy.log(100), SERIES))
    level[0], calm[0] = 10, 28
    return random.gamma(calm[:, None], (level / calm)[:, None], (SERIES, weeks))


def seen_in(counts: numpy.ndarray, week: int) -> set[int]:
    """The series that stand out when one looks after `week` weeks."""
    looked = {number: Series(tuple(map(int, row[week - WEEKS : week]))) for number, row in enumerate(counts)}
    return set(falls({number: one for number, one in looked.items() if one.is_enough}))


def naive_alarms(counts: numpy.ndarray, week: int) -> int:
    """What the rule "20 percent more or less than the week before" makes of the same week."""
    now, before = counts[:, week - 1], counts[:, week - 2]
    return int((abs(now - before) > 0.2 * before).sum())


def test_a_week_without_news_gives_at_most_two_false_alarms_where_a_naive_rule_gives_a_hundred():
    random = numpy.random.default_rng(20260101)
    ours, naive = [], []
    for _ in range(16):
        counts = random.poisson(a_site(random, WEEKS + WATCHED_WEEKS))
        before = seen_in(counts, WEEKS)
        for week in range(WEEKS + 1, WEEKS + WATCHED_WEEKS + 1):
            now = seen_in(counts, week)
            ours.append(len(now - before))
            naive.append(naive_alarms(counts, week))
            before = now

    print(f"false alarms a week: {numpy.mean(ours):.2f}, naive rule: {numpy.mean(naive):.0f}")
    assert numpy.mean(ours) <= 2
    assert numpy.mean(naive) > 50, "a series that lies still would make any rule look good"


def test_a_halving_at_an_expected_40_is_seen_within_four_weeks_in_half_of_the_runs():
    random = numpy.random.default_rng(20260102)
    runs, seen = 120, 0
    for _ in range(runs):
        levels = a_site(random, WEEKS + 4)
        levels[0, WEEKS:] /= 2
        counts = random.poisson(levels)
        seen += any(0 in seen_in(counts, week) for week in range(WEEKS + 1, WEEKS + 5))

    print(f"halvings seen: {seen / runs:.2f}")
    assert seen / runs >= 0.5


def test_a_fall_says_what_came_and_what_would_usually_have_come():
    fall = falls({"ouderen": HALVED, "jongeren": STEADY})["ouderen"]

    assert (fall.count, fall.expected, fall.lost) == (100, 200, 0.5)
    assert fall.low < 200 < fall.high
    assert fall.count < fall.low


def test_a_rise_is_no_fall_however_large():
    assert falls({"ouderen": Series((10,) * EARLIER_WEEKS + (90,) * 4)}) == {}


def test_restless_weeks_make_the_same_count_less_strange():
    restless = Series((5, 95) * 6 + (25,) * 4)

    assert restless.expected == HALVED.expected
    assert falls({"ouderen": HALVED}).keys() == {"ouderen"}
    assert falls({"ouderen": restless}) == {}


def test_fewer_clicks_with_as_much_less_reading_are_no_fall():
    reads = (100,) * EARLIER_WEEKS + (50,) * 4

    assert Series(HALVED.counts, reads).expected == 100
    assert falls({"bank": Series(HALVED.counts, reads)}) == {}
    assert falls({"bank": Series(HALVED.counts, (100,) * WEEKS)}).keys() == {"bank"}


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        pytest.param(Series((0,) * WEEKS), 0, id="nothing ever came"),
        pytest.param(Series((3,) * WEEKS, (0,) * WEEKS), 0, id="nothing was read"),
        pytest.param(Series((3,) * WEEKS, (10,) * EARLIER_WEEKS + (0,) * 4), 0, id="nothing was read of late"),
        pytest.param(Series((4,) * WEEKS), 16, id="a little"),
    ],
)
def test_of_too_little_nothing_is_judged(series, expected):
    assert series.expected == expected < LEAST_EXPECTED
    with pytest.raises(ValueError, match="pool them"):
        falls({"klein": series})


def test_a_week_is_never_missing():
    with pytest.raises(ValueError, match="expected 16 weeks"):
        Series((1,) * 15)


@given(st.lists(st.integers(0, 400), min_size=WEEKS, max_size=WEEKS))
def test_what_falls_lies_under_what_usually_comes(counts):
    one = Series(tuple(counts))
    if one.is_enough:
        assert one.forecast.variance >= one.expected, "never under pure chance"
        assert all(fall.count < fall.low for fall in falls({"ouderen": one}).values())
