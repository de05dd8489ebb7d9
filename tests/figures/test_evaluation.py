"""What is said of a campaign stays in the table, and claims no more than its interval says."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from campagne.figures.estimates import Estimate, difference_between, share_of
from campagne.figures.evaluation import (
    Expectation,
    Expected,
    Found,
    Size,
    mean_share,
    sentence,
    set_beside,
    size_of,
    visible_change,
)
from campagne.figures.verdicts import ENOUGH, LADDER, RULES, Verdict, claim_in

pytestmark = pytest.mark.once
BEFORE = "in de even lange periode ervoor"
EXPECTED = Expectation(Expected.UP, 5, BEFORE)


@st.composite
def parts(draw, largest=3000):
    n = draw(st.integers(0, largest))
    return draw(st.integers(0, n)), n


arms = st.none() | st.dictionaries(st.sampled_from(["a", "b", "c"]), parts(), max_size=3)
expectations = st.builds(Expectation, st.sampled_from(Expected), st.integers(1, 50), st.just(BEFORE))


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        pytest.param(
            (340, 500),
            (300, 500),
            "U verwachtte hoger, met minstens 5 procentpunt. Het verschil is 8 procentpunt meer, waarschijnlijk tussen "
            "2 en 14 meer: hoger dan in de even lange periode ervoor. Of het minstens 5 procentpunt is, weten we niet.",
            id="higher, how much is not known",
        ),
        pytest.param(
            (400, 500),
            (300, 500),
            "U verwachtte hoger, met minstens 5 procentpunt. Het verschil is 20 procentpunt meer, waarschijnlijk "
            "tussen 14 en 25 meer: hoger dan in de even lange periode ervoor. Dat is minstens 5 procentpunt.",
            id="as much as matters",
        ),
        pytest.param(
            (6200, 10000),
            (6000, 10000),
            "U verwachtte hoger, met minstens 5 procentpunt. Het verschil is 2 procentpunt meer, waarschijnlijk tussen "
            "1 en 3 meer: hoger dan in de even lange periode ervoor. Dat het minstens 5 procentpunt hoger is, is "
            "onwaarschijnlijk.",
            id="higher, and less than matters",
        ),
        pytest.param(
            (300, 500),
            (400, 500),
            "U verwachtte hoger, met minstens 5 procentpunt. Het verschil is 20 procentpunt minder, waarschijnlijk "
            "tussen 14 en 25 minder: lager dan in de even lange periode ervoor. Dat is de andere kant op dan verwacht.",
            id="the other way",
        ),
        pytest.param(
            (50, 100),
            (50, 100),
            "U verwachtte hoger, met minstens 5 procentpunt. In deze cijfers is er geen verschil, waarschijnlijk "
            "tussen 14 minder en 14 meer: geen verschil aangetoond. Of het minstens 5 procentpunt is, weten we niet.",
            id="the same",
        ),
        pytest.param(
            (20, 29),
            (300, 500),
            "U verwachtte hoger, met minstens 5 procentpunt. Wat eruit kwam: te weinig gegevens. Minstens een "
            "van de twee cijfers rust op minder dan 30 waarnemingen.",
            id="too little",
        ),
        pytest.param(
            (20, 26),
            (20, 27),
            "U verwachtte hoger, met minstens 5 procentpunt. Wat eruit kwam: te weinig gegevens. Minstens een "
            "van de twee cijfers rust op minder dan 30 waarnemingen.",
            id="too little on both sides",
        ),
    ],
)
def test_what_came_out_is_held_against_what_was_expected(ours, theirs, told):
    assert sentence(set_beside({"": ours}, {"": theirs}), EXPECTED) == told


def test_what_nobody_counted_is_not_entered_and_never_nothing():
    found = set_beside({"": (340, 500)}, None)

    assert found == Found(None, None, None, Verdict.NOT_ENTERED)
    assert "nog niet ingevoerd" in sentence(found, EXPECTED)


@pytest.mark.parametrize(
    ("low", "high", "direction", "size"),
    [
        pytest.param(0.05, 0.1, Expected.UP, Size.AT_LEAST, id="from exactly the smallest on"),
        pytest.param(0.049, 0.1, Expected.UP, Size.UNKNOWN, id="perhaps just under it"),
        pytest.param(-0.1, 0.049, Expected.UP, Size.LESS, id="certainly under it"),
        pytest.param(-0.2, -0.05, Expected.DOWN, Size.AT_LEAST, id="down"),
        pytest.param(-0.2, -0.05, Expected.UP, Size.LESS, id="down, while up was expected"),
        pytest.param(-0.2, -0.05, Expected.UNKNOWN, Size.AT_LEAST, id="either way"),
        pytest.param(-0.2, 0.3, Expected.UNKNOWN, Size.UNKNOWN, id="both ways"),
    ],
)
def test_the_smallest_change_that_matters_is_claimed_when_the_whole_range_says_so(low, high, direction, size):
    gap = Estimate(low, (low + high) / 2, high, 100)

    assert size_of(gap, Expectation(direction, 5, BEFORE)) is size


def test_a_bound_is_written_so_that_it_shows_on_which_side_of_the_smallest_it_lies():
    gap = Estimate(0.046, 0.08, 0.12, 900)

    told = sentence(Found(None, None, gap, Verdict.HIGHER), EXPECTED)

    assert "8,0 procentpunt meer, waarschijnlijk tussen 4,6 en 12,0 meer" in told


@given(arms, arms, expectations)
def test_no_verdict_outside_the_table_and_no_claim_beyond_the_interval(ours, theirs, expectation):
    found = set_beside(ours, theirs)
    told = sentence(found, expectation)

    assert found.verdict in {rule.verdict for rule in RULES}
    assert f"{found.verdict}" in told
    if f"Dat is minstens {expectation.smallest} procentpunt." in told:
        assert min(abs(found.gap.low), abs(found.gap.high)) >= expectation.smallest / 100
        assert found.gap.low * found.gap.high > 0
        assert found.verdict.value in ("hoger", "lager")
    if "is onwaarschijnlijk" in told:
        assert size_of(found.gap, expectation) is Size.LESS
        assert found.gap.low < expectation.smallest / 100
    assert not any(claim_in(told, rung=rung) for rung in LADDER)
    assert "doordat" not in told
    assert "omdat" not in told


@given(arms, arms)
def test_a_direction_needs_enough_on_both_sides_and_an_interval_without_0(ours, theirs):
    found = set_beside(ours, theirs)

    if found.verdict.has_direction:
        assert min(found.ours.n, found.theirs.n) >= ENOUGH
        assert found.gap.low > 0 or found.gap.high < 0


@given(parts(), parts())
def test_of_one_thing_it_is_what_newcombe_says(ours, theirs):
    assume(min(ours[1], theirs[1]) >= ENOUGH)

    gap = set_beside({"": ours}, {"": theirs}).gap

    assert (gap.low, gap.high) == pytest.approx(
        (difference_between(*ours, *theirs).low, difference_between(*ours, *theirs).high)
    )


@given(st.lists(parts(200).filter(lambda part: part[1] >= 1), min_size=1, max_size=6))
def test_the_mean_of_questions_is_never_surer_than_its_people(counts):
    mean = mean_share(counts)
    least = min(n for _, n in counts)
    alone = share_of(round(mean.value * least), least)

    assert mean.n == least
    assert mean.low <= mean.value <= mean.high
    assert mean.high - mean.low >= (alone.high - alone.low) * 0.5


def test_only_questions_that_both_arms_answered_enough_count():
    ours = {"a": (40, 80), "b": (70, 80), "c": (5, 6)}
    theirs = {"a": (20, 80), "c": (90, 100), "d": (1, 90)}

    found = set_beside(ours, theirs)

    assert (found.ours.value, found.theirs.value) == (0.5, 0.25)


@pytest.mark.parametrize("direction", Expected)
def test_more_observations_show_smaller_changes(direction):
    changes = [visible_change(0.5, n, direction) for n in (50, 100, 400, 1600)]

    assert changes == sorted(changes, reverse=True)
    assert 0.03 < changes[-1] < 0.06


def test_what_cannot_rise_far_enough_shows_nothing_upwards():
    assert visible_change(0.95, 40, Expected.UP) is None
    assert visible_change(0.95, 40, Expected.DOWN) is not None
    assert visible_change(0.95, 40, Expected.UNKNOWN) is None


@pytest.mark.parametrize("smallest", [0, 101])
def test_a_smallest_change_is_a_number_of_points(smallest):
    with pytest.raises(ValueError, match="points of a hundred"):
        Expectation(Expected.UP, smallest, BEFORE)
