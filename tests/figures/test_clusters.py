import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.clusters import Cluster, design_effect, effective_n, share_of_clusters
from campagne.figures.estimates import share_of, wilson_interval

SESSIONS = st.lists(
    st.integers(1, 30).flatmap(lambda size: st.builds(Cluster, st.integers(0, size), st.just(size))),
    min_size=2,
    max_size=20,
)


def test_three_groups_of_four_with_4_0_and_0_right_are_worth_two_people():
    sessions = [Cluster(4, 4), Cluster(0, 4), Cluster(0, 4)]

    assert design_effect(sessions) == pytest.approx(6)
    assert effective_n(sessions) == pytest.approx(2)
    estimate = share_of_clusters(sessions)
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

    assert design_effect(alone) is None
    assert effective_n(alone) is None
    assert share_of_clusters(alone) is None


@given(SESSIONS)
def test_groups_never_give_a_smaller_doubt_than_as_many_separate_people(sessions):
    plain = share_of(sum(session.successes for session in sessions), sum(session.trials for session in sessions))

    grouped = share_of_clusters(sessions)

    assert grouped.low <= plain.low + 1e-12
    assert grouped.high >= plain.high - 1e-12
    assert grouped.low <= grouped.value <= grouped.high


@given(SESSIONS)
def test_an_empty_session_changes_nothing(sessions):
    assert share_of_clusters([*sessions, Cluster(0, 0)]) == share_of_clusters(sessions)


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
        grouped = share_of_clusters(sessions)
        honest += grouped.low <= truth <= grouped.high

    assert naive / 1000 < 0.90
    assert honest / 1000 > 0.93
