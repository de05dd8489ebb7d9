import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.figures.clusters import Cluster
from campagne.figures.disclosure import (
    PEOPLE,
    Audience,
    Figure,
    Kind,
    Reason,
    Shown,
    Suppressed,
    Thresholds,
    publishable,
    publishable_item,
)
from campagne.figures.estimates import share_of

pytestmark = pytest.mark.once

PUBLIC, STAFF, BOARD = Audience.PUBLIC, Audience.STAFF, Audience.BOARD
TRAFFIC = [kind for kind in Kind if kind not in PEOPLE]


def answers(count: int, n: int, **facts: bool) -> Figure:
    return Figure(count, Kind.ANSWERS, n, **facts)


@pytest.mark.parametrize(
    ("audience", "too_few", "enough"),
    [
        pytest.param(PUBLIC, 9, 10, id="public from 10"),
        pytest.param(STAFF, 4, 5, id="staff from 5"),
        pytest.param(BOARD, 4, 5, id="board from 5"),
    ],
)
@pytest.mark.parametrize("kind", sorted(PEOPLE, key=lambda kind: kind.name), ids=lambda kind: kind.name)
def test_people_are_shown_from_a_threshold_on(audience, too_few, enough, kind):
    hidden = publishable(Figure(3, kind, too_few), audience=audience)
    shown = publishable(Figure(3, kind, enough), audience=audience)

    assert isinstance(hidden, Suppressed)
    assert (shown.count, shown.n) == (3, enough)


def test_four_answers_are_too_few_and_five_give_the_exact_figure():
    assert str(publishable(answers(4, 4), audience=STAFF)) == "te weinig antwoorden"
    assert publishable(answers(4, 5), audience=STAFF) == Shown(4, Kind.ANSWERS, 5, share_of(4, 5), has_percentage=False)


def test_a_bare_headcount_must_itself_be_large_enough():
    assert publishable(Figure(9, Kind.PERSONS), audience=PUBLIC) == Suppressed(Reason.TOO_FEW_PERSONS)
    assert publishable(Figure(10, Kind.PERSONS), audience=PUBLIC) == Shown(10, Kind.PERSONS, None, None, False)


@pytest.mark.parametrize("kind", TRAFFIC, ids=lambda kind: kind.name)
def test_views_visits_and_clicks_carry_no_person_so_staff_see_each_one_and_others_from_10(kind):
    assert publishable(Figure(0, kind), audience=STAFF).is_shown
    assert publishable(Figure(1, kind), audience=STAFF).is_shown
    assert str(publishable(Figure(9, kind), audience=PUBLIC)) == f"te weinig {kind.many}"
    assert not publishable(Figure(9, kind), audience=BOARD).is_shown
    assert publishable(Figure(10, kind), audience=PUBLIC).is_shown


@pytest.mark.parametrize("audience", Audience, ids=lambda audience: audience.name)
def test_a_share_becomes_a_percentage_at_30_and_not_before(audience):
    before = publishable(answers(15, 29), audience=audience)
    after = publishable(answers(15, 30), audience=audience)

    assert not before.has_percentage
    assert after.has_percentage
    assert after.estimate == share_of(15, 30)


def test_under_30_staff_get_counts_with_their_range_and_the_public_counts_alone():
    assert publishable(answers(4, 12), audience=STAFF).estimate == share_of(4, 12)
    assert publishable(answers(4, 12), audience=PUBLIC).estimate is None


def test_a_share_of_nothing_read_has_no_estimate():
    outcome = publishable(Figure(0, Kind.VIEWS, 0), audience=STAFF)

    assert (outcome.count, outcome.estimate, outcome.has_percentage) == (0, None, False)


def test_guided_answers_are_public_from_two_sessions():
    one, two = [Cluster(20, 40)], [Cluster(10, 20), Cluster(10, 20)]

    assert publishable(Figure.guided(one), audience=PUBLIC) == Suppressed(Reason.TOO_FEW_SESSIONS)
    assert publishable(Figure.guided([*one, Cluster(0, 0)]), audience=PUBLIC) == Suppressed(Reason.TOO_FEW_SESSIONS)
    assert publishable(Figure.guided(two), audience=PUBLIC).has_percentage
    headcount = Figure(40, Kind.PERSONS, sessions=1)
    assert publishable(headcount, audience=PUBLIC) == Suppressed(Reason.TOO_FEW_SESSIONS)


def test_guided_answers_carry_the_doubt_of_groups():
    sessions = [Cluster(15, 15), Cluster(0, 15), Cluster(15, 15), Cluster(0, 15)]

    grouped = publishable(Figure.guided(sessions), audience=STAFF)

    assert (grouped.count, grouped.n) == (30, 60)
    assert grouped.estimate.high - grouped.estimate.low > 2 * (share_of(30, 60).high - share_of(30, 60).low)


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(Figure.guided([Cluster(20, 40)]), id="one session alone"),
        pytest.param(Figure(20, Kind.ANSWERS, 40, sessions=3), id="sessions known by number only"),
    ],
)
def test_a_guided_share_without_range_is_told_to_staff_in_counts(figure):
    outcome = publishable(figure, audience=STAFF)

    assert outcome == Shown(20, Kind.ANSWERS, 40, None, has_percentage=False)


@pytest.mark.parametrize("audience", Audience, ids=lambda audience: audience.name)
@pytest.mark.parametrize("count", [pytest.param(0, id="nobody"), pytest.param(40, id="everybody")])
def test_a_sensitive_item_is_held_back_when_it_would_tell_about_everybody(audience, count):
    outcome = publishable(answers(count, 40, is_sensitive_item=True), audience=audience)

    assert outcome == Suppressed(Reason.RECOGNISABLE)
    assert publishable(answers(count, 40), audience=audience).is_shown
    assert publishable(answers(39, 40, is_sensitive_item=True), audience=audience).is_shown


@pytest.mark.parametrize("audience", Audience, ids=lambda audience: audience.name)
def test_a_sensitive_group_is_shown_from_20_to_anybody(audience):
    assert not publishable(answers(8, 19, is_sensitive_group=True), audience=audience).is_shown
    assert publishable(answers(8, 20, is_sensitive_group=True), audience=audience).is_shown


def test_the_options_of_one_question_leave_together_or_not_at_all():
    told = [answers(count, 12) for count in (5, 7, 0)]
    sensitive = [answers(count, 12, is_sensitive_item=True) for count in (5, 7, 0)]

    assert [outcome.count for outcome in publishable_item(told, audience=PUBLIC)] == [5, 7, 0]
    assert publishable_item(sensitive, audience=PUBLIC) == (Suppressed(Reason.RECOGNISABLE),) * 3
    assert publishable_item([], audience=PUBLIC) == ()


def test_thresholds_that_a_session_froze_are_followed():
    strict = Thresholds(staff=8, percentage=100)

    assert not publishable(answers(4, 7), audience=STAFF, thresholds=strict).is_shown
    assert not publishable(answers(4, 99), audience=STAFF, thresholds=strict).has_percentage


@pytest.mark.parametrize(
    ("count", "n"),
    [pytest.param(7, 5, id="more clicks than visits"), pytest.param(-1, None, id="less than nothing")],
)
def test_a_part_that_exceeds_its_whole_is_no_figure(count, n):
    with pytest.raises(ValueError, match="expected a count from 0 up to its whole"):
        Figure(count, Kind.CLICKS, n)


@given(
    n=st.integers(0, 60),
    part=st.floats(0, 1),
    kind=st.sampled_from(Kind),
    audience=st.sampled_from(Audience),
    is_sensitive_item=st.booleans(),
    is_sensitive_group=st.booleans(),
)
def test_no_figure_about_fewer_than_five_people_leaves_for_anybody(n, part, kind, audience, **sensitive):
    figure = Figure(int(part * n), kind, n, **sensitive)

    outcome = publishable(figure, audience=audience)

    assert isinstance(outcome, Shown | Suppressed)
    if outcome.is_shown and kind in PEOPLE:
        assert n >= (10 if audience is PUBLIC else 5)
    if outcome.is_shown and outcome.has_percentage:
        assert n >= 30
        assert outcome.estimate.low <= outcome.estimate.value <= outcome.estimate.high


def test_a_withheld_figure_is_not_0_and_not_unknown():
    withheld = publishable(answers(0, 3), audience=PUBLIC)

    assert withheld is not None
    assert withheld != 0
    assert bool(withheld)


def test_no_reason_gives_a_number_away():
    assert not any(character.isdigit() for reason in Reason for character in reason)
