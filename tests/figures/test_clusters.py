from random import Random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.proportion import proportion_confint

from campagne.figures.clusters import Cluster, clustered_change, clustered_share, design_effect, effective_n
from campagne.figures.paired import change_within
from campagne.figures.shares import share_of, wilson_interval

pytestmark = pytest.mark.once

SIZES = st.integers(0, 30)
SESSIONS = st.lists(
    st.tuples(SIZES, SIZES.filter(bool)).map(lambda counts: Cluster(min(counts), max(counts))), min_size=2, max_size=12
)
# Rats alive after three weeks out of those alive after four days, by litter: Weil (1970), in Rao and Scott (1992).
WEIL_UNTREATED = [
    *[(13, 13), (12, 12), (9, 9), (9, 9), (8, 8), (8, 8), (12, 13), (11, 12)],
    *[(9, 10), (9, 10), (8, 9), (11, 13), (4, 5), (5, 7), (7, 10), (7, 10)],
]
WEIL_TREATED = [
    *[(12, 12), (11, 11), (10, 10), (9, 9), (10, 11), (9, 10), (9, 10), (8, 9)],
    *[(8, 9), (4, 5), (7, 9), (4, 7), (5, 10), (3, 6), (3, 10), (0, 7)],
]


def test_three_groups_of_four_with_4_0_and_0_right_are_worth_two_people():
    sessions = [Cluster(4, 4), Cluster(0, 4), Cluster(0, 4)]

    assert design_effect(sessions) == pytest.approx(6)
    assert effective_n(sessions) == pytest.approx(2)
    estimate = clustered_share(sessions)
    assert (estimate.low, estimate.high) == pytest.approx(wilson_interval(1 / 3, 2))
    assert (estimate.value, estimate.n) == (pytest.approx(1 / 3), 12)


@pytest.mark.parametrize(
    ("sessions", "effect"),
    [
        pytest.param([Cluster(7, 15), Cluster(7, 15), Cluster(7, 15)], 1.7, id="three sessions cannot tell"),
        pytest.param([Cluster(15, 15)] * 6, 1.7, id="everybody right"),
        pytest.param([Cluster(0, 15)] * 6, 1.7, id="everybody wrong"),
        pytest.param([Cluster(7, 15)] * 4, 1.0, id="four sessions that do not differ"),
        pytest.param([Cluster(1, 1)] * 9, 1.0, id="people who came alone"),
    ],
)
def test_a_correlation_of_5_percent_is_assumed_where_it_cannot_be_estimated(sessions, effect):
    assert design_effect(sessions) == pytest.approx(effect)


def test_one_session_alone_says_nothing_about_other_people():
    alone = [Cluster(12, 15), Cluster(0, 0)]

    assert clustered_share(alone) is None
    assert design_effect(alone) == pytest.approx(1.7)


@pytest.mark.parametrize(
    ("litters", "effect"),
    [
        pytest.param(WEIL_UNTREATED, 1.232495, id="untreated"),
        pytest.param(WEIL_TREATED, 3.952861, id="treated"),
    ],
)
def test_the_design_effect_is_that_of_rao_and_scott(litters, effect):
    assert design_effect(litters) == pytest.approx(effect, abs=1e-6)


def test_a_thousand_design_effects_agree_with_the_errors_that_statsmodels_gives_to_clusters():
    random = Random(1992)
    for _ in range(1000):
        sizes = [random.randint(1, 25) for _ in range(random.randint(4, 12))]
        sessions = [(random.randint(0, size), size) for size in sizes]
        right, asked = (sum(column) for column in zip(*sessions, strict=True))
        if right in (0, asked):
            continue

        answers = numpy.concatenate([numpy.repeat([1.0, 0.0], [yes, size - yes]) for yes, size in sessions])
        session_of = numpy.repeat(numpy.arange(len(sizes)), sizes)
        fit = OLS(answers, numpy.ones(asked)).fit(cov_type="cluster", cov_kwds={"groups": session_of})
        expected = max(1.0, fit.cov_params()[0, 0] / (right / asked * (1 - right / asked) / asked))
        assert design_effect(sessions) == pytest.approx(expected, rel=1e-6)
        bounds = proportion_confint(right / expected, asked / expected, method="wilson")
        estimate = clustered_share(sessions)
        assert (estimate.low, estimate.high) == pytest.approx(bounds, abs=1e-6)


@given(SESSIONS)
def test_the_design_effect_is_at_least_1(sessions):
    assert design_effect(sessions) >= 1
    assert effective_n(sessions) <= sum(session.trials for session in sessions)


@given(SESSIONS, st.randoms())
def test_the_order_of_the_sessions_does_not_matter(sessions, random):
    shuffled = random.sample(sessions, len(sessions))

    one, other = clustered_share(sessions), clustered_share(shuffled)
    assert design_effect(shuffled) == pytest.approx(design_effect(sessions))
    assert (one.low, one.value, one.high) == pytest.approx((other.low, other.value, other.high))


@given(SESSIONS)
def test_right_and_wrong_in_sessions_are_each_others_mirror(sessions):
    right = clustered_share(sessions)
    wrong = clustered_share([Cluster(session.trials - session.successes, session.trials) for session in sessions])

    assert (right.low, right.value, right.high) == pytest.approx((1 - wrong.high, 1 - wrong.value, 1 - wrong.low))


@given(SESSIONS, st.integers(2, 6))
def test_more_of_the_same_sessions_leave_less_doubt(sessions, times):
    few, many = clustered_share(sessions), clustered_share(sessions * times)

    assert many.high - many.low < few.high - few.low
    assert 0 <= few.low <= few.value <= few.high <= 1


def test_a_session_is_a_pair_of_right_and_asked():
    assert clustered_share([(12, 15), (6, 14)]) == clustered_share([Cluster(12, 15), Cluster(6, 14)])


@given(SESSIONS)
def test_groups_never_give_a_smaller_doubt_than_as_many_separate_people(sessions):
    plain = share_of(sum(session.successes for session in sessions), sum(session.trials for session in sessions))

    grouped = clustered_share(sessions)

    assert grouped.low <= plain.low + 1e-12
    assert grouped.high >= plain.high - 1e-12
    assert grouped.low <= grouped.value <= grouped.high


@given(SESSIONS)
def test_an_empty_session_changes_nothing(sessions):
    assert clustered_share([*sessions, Cluster(0, 0)]) == clustered_share(sessions)


@pytest.mark.parametrize(
    ("sessions", "message"),
    [
        pytest.param([], "nothing to estimate", id="no session"),
        pytest.param([Cluster(0, 0)], "nothing to estimate", id="nobody answered"),
        pytest.param([Cluster(5, 4), Cluster(1, 4)], "no part of a whole", id="more right than asked"),
    ],
)
def test_sessions_without_answers_or_sense_are_refused(sessions, message):
    with pytest.raises(ValueError, match=message):
        design_effect(sessions)


def test_the_design_effect_restores_the_95_percent_that_a_naive_interval_promises():
    """Forty libraries with 15 people each, whose answers correlate by .05, a thousand times over."""
    random = numpy.random.default_rng(20190101)
    truth, correlation, size = 0.6, 0.05, 15
    strength = (1 - correlation) / correlation
    naive = honest = 0
    for _ in range(1000):
        shares = random.beta(truth * strength, (1 - truth) * strength, size=40)
        sessions = [Cluster(int(right), size) for right in random.binomial(size, shares)]
        plain = share_of(sum(session.successes for session in sessions), 40 * size)
        naive += plain.low <= truth <= plain.high
        grouped = clustered_share(sessions)
        honest += grouped.low <= truth <= grouped.high

    assert naive / 1000 < 0.90
    assert honest / 1000 > 0.93


CHANGES = st.lists(st.tuples(*[st.integers(0, 15)] * 4).filter(any), min_size=2, max_size=9)


@given(CHANGES)
def test_the_range_of_a_change_in_groups_is_never_narrower_than_of_people_alone(groups):
    alone = change_within(*map(sum, zip(*groups, strict=True)))
    change = clustered_change(groups)

    assert change.low <= alone.low + 1e-12 <= alone.value + 2e-12
    assert change.high >= alone.high - 1e-12
    assert -1 <= change.low <= change.value <= change.high <= 1
    swapped = clustered_change([(n11, n01, n10, n00) for n11, n10, n01, n00 in groups])
    assert (-swapped.high, -swapped.low) == pytest.approx((change.low, change.high))


@pytest.mark.parametrize("groups", [5, 8, 12])
def test_the_range_of_a_change_holds_the_truth_as_often_as_it_says(groups):
    chance, held = Random(5), 0
    for _ in range(400):
        change = clustered_change([_changed(15, 0.3, 0.1, chance) for _ in range(groups)])
        held += change.low <= 0.2 <= change.high

    assert 0.9 < held / 400 <= 1


def _changed(size: int, learned: float, unlearned: float, chance: Random) -> tuple[int, int, int, int]:
    """One session in which the shares that learn and unlearn vary around these, alike by about .05."""
    own = [chance.betavariate(share * 19, (1 - share) * 19) for share in (learned, unlearned)]
    n01 = sum(chance.random() < own[0] for _ in range(size))
    n10 = min(size - n01, sum(chance.random() < own[1] for _ in range(size)))
    return (size - n01 - n10, n10, n01, 0)


def test_one_session_asked_twice_has_no_range_and_nobody_is_refused():
    assert clustered_change([(3, 1, 5, 2), (0, 0, 0, 0)]) is None
    with pytest.raises(ValueError, match="nothing to estimate"):
        clustered_change([])
