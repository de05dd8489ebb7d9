"""Only what makes a difference is asked, every answer leads on, and nothing is further than three taps."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campagne.report_guide.paths import MOST_TAPS, OUTCOMES_FROM, Asked, Fit, Money, Role, flaws, screens

pytestmark = pytest.mark.once

ROLES = st.lists(st.sampled_from(Role), min_size=1, max_size=3, unique=True).map(tuple)
OUTCOMES = st.lists(st.builds(Fit, ROLES, st.sampled_from(Money)), max_size=8)
# A busy machine draws slowly; that says nothing about the rule.
CALM = settings(suppress_health_check=[HealthCheck.too_slow])
YOUNG, PARENT = (Role.YOUNG,), (Role.PARENT,)


@pytest.mark.parametrize(
    ("outcomes", "paths"),
    [
        pytest.param([], [], id="nothing yet"),
        pytest.param([Fit()], [""], id="one for everybody asks nothing"),
        pytest.param([Fit((Role.ENTREPRENEUR,))], [""], id="one role alone is not asked for"),
        pytest.param([Fit(money=Money.GONE), Fit(money=Money.SAFE)], ["", "ja/", "nee/"], id="money alone"),
        pytest.param([Fit(YOUNG), Fit()], ["", "jongere/", "anders/"], id="somebody and everybody else"),
        pytest.param(
            [Fit(YOUNG, Money.GONE), Fit(YOUNG, Money.SAFE), Fit(PARENT)],
            ["", "jongere/", "jongere/ja/", "jongere/nee/", "ouder/"],
            id="money matters for one of two",
        ),
    ],
)
def test_only_what_differs_is_asked(outcomes, paths):
    assert list(screens(outcomes)) == paths


def test_one_outcome_may_be_for_more_than_one_role():
    found = screens([Fit((Role.YOUNG, Role.PARENT)), Fit((Role.NEIGHBOUR,))])

    assert [found[path].outcome for path in ("jongere/", "ouder/", "buur/")] == [0, 0, 1]


@CALM
@given(OUTCOMES)
def test_every_answer_leads_to_a_screen_and_every_way_ends(outcomes):
    found = screens(outcomes)

    for path, screen in found.items():
        assert {f"{path}{answer}/" for answer in screen.answers} <= found.keys()
        assert (screen.asks is None) == (screen.outcome is not None)
        assert screen.taps <= 2
    reachable = {f"{screen.path}{answer}/" for screen in found.values() for answer in screen.answers}
    assert found.keys() - reachable == ({""} if found else set())


@CALM
@given(OUTCOMES)
def test_screens_of_a_type_are_told_apart_and_outcomes_from_questions(outcomes):
    found = list(screens(outcomes).values())

    assert len({screen.number for screen in found}) == len(found)
    assert all((screen.number >= OUTCOMES_FROM) == (screen.outcome is not None) for screen in found)
    assert all(0 <= screen.number <= 999 for screen in found)


@CALM
@given(OUTCOMES, st.booleans())
def test_what_has_no_flaw_shows_every_outcome_within_three_taps(outcomes, in_category):
    if flaws(outcomes, in_category=in_category):
        return
    found = screens(outcomes).values()

    assert {screen.outcome for screen in found} - {None} == set(range(len(outcomes)))
    assert max(1 + in_category + screen.taps for screen in found) <= MOST_TAPS


@pytest.mark.parametrize(
    ("outcomes", "in_category", "told", "index"),
    [
        pytest.param([], False, "nog geen uitkomst", None, id="nothing"),
        pytest.param([Fit(), Fit()], False, "staat deze uitkomst er al", 1, id="twice the same"),
        pytest.param([Fit(money=Money.GONE)], False, "maar niet bij nee", 0, id="only when money is gone"),
        pytest.param([Fit(money=Money.SAFE), Fit()], False, "maakt geld bij de ene", 1, id="money and not money"),
        pytest.param(
            [Fit(YOUNG, Money.GONE), Fit(YOUNG, Money.SAFE), Fit(PARENT)],
            True,
            "4 keer tikken; hoogstens 3",
            None,
            id="two questions behind a category",
        ),
    ],
)
def test_a_flaw_says_what_to_mend(outcomes, in_category, told, index):
    (flaw,) = flaws(outcomes, in_category=in_category)

    assert told in flaw.words
    assert flaw.outcome == index


def test_a_money_question_is_asked_after_who_somebody_is():
    found = screens([Fit(YOUNG, Money.GONE), Fit(YOUNG, Money.SAFE), Fit(PARENT)])

    assert (found[""].asks, found["jongere/"].asks) == (Asked.WHO, Asked.MONEY)
