import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.action_plan.answers import Answer
from campagne.action_plan.plan import MOST_ACTS, Asked, plan_of

pytestmark = pytest.mark.once
asked_of = st.lists(
    st.builds(Asked, st.integers(0, 20), st.integers(0, 8), st.integers(1, 3), st.integers(5, 60)),
    max_size=10,
    unique_by=lambda each: each.mark,
)
answers_of = st.dictionaries(st.integers(0, 20), st.sampled_from(Answer))


@given(asked_of, answers_of)
def test_a_plan_holds_at_most_five_acts_each_once_and_only_what_is_not_done(asked, answers):
    plan = plan_of(asked, answers)

    to_do = {each.act for each in asked if each.mark in answers and not answers[each.mark].is_done}
    assert len(plan.acts) == min(MOST_ACTS, len(to_do))
    assert len(set(plan.acts)) == len(plan.acts)
    assert set(plan.acts) <= to_do
    assert plan.later == len(to_do) - len(plan.acts)


@given(asked_of, answers_of)
def test_no_act_that_waits_helps_more_than_one_in_the_plan(asked, answers):
    plan = plan_of(asked, answers)

    best = {}
    for each in asked:
        if each.mark in answers and not answers[each.mark].is_done:
            best[each.act] = max(best.get(each.act, 0), each.effect)
    effects = [best[act] for act in plan.acts]
    assert effects == sorted(effects, reverse=True)
    assert all(best[act] <= effects[-1] for act in best.keys() - set(plan.acts))


@pytest.mark.parametrize(
    ("answer", "is_asked"),
    [
        pytest.param(Answer.YES, False, id="arranged"),
        pytest.param(Answer.NO, True, id="not arranged"),
        pytest.param(Answer.UNKNOWN, True, id="who does not know is helped"),
        pytest.param(Answer.NOT_FOR_ME, False, id="not for this one"),
        pytest.param(None, False, id="not answered"),
    ],
)
def test_what_is_answered_decides(answer, is_asked):
    answers = {1: answer} if answer else {}

    assert bool(plan_of([Asked(1, "back-up", 3, 60)], answers).acts) is is_asked


def test_with_the_same_effect_the_shortest_comes_first():
    asked = [Asked(1, "long", 2, 60), Asked(2, "short", 2, 5), Asked(3, "large", 3, 90)]

    assert plan_of(asked, dict.fromkeys([1, 2, 3], Answer.NO)).acts == ("large", "short", "long")
