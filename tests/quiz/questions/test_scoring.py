"""Marking is a rule: exactly the right options, and nothing else, is right."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.scoring import UNSCORED, Answer, Construct, Key, Kind, Score, State, mark, score

A, B, C = (UUID(int=number) for number in (1, 2, 3))
KEYS = st.frozensets(st.uuids(), max_size=6)
SCORED = st.sampled_from([construct for construct in Construct if construct.is_scored])


@pytest.mark.parametrize(
    ("right", "chosen", "is_right"),
    [
        pytest.param({A}, {A}, True, id="the right one"),
        pytest.param({A}, {B}, False, id="another one"),
        pytest.param({A, B}, {A, B}, True, id="all that are right"),
        pytest.param({A, B}, {A}, False, id="one too few"),
        pytest.param({A, B}, {A, B, C}, False, id="one too many"),
        pytest.param({A}, set(), False, id="none"),
    ],
)
def test_an_answer_is_right_when_it_equals_the_key(right, chosen, is_right):
    key = Key(Construct.KNOWLEDGE, frozenset(right))

    assert mark(Answer(State.ANSWERED, frozenset(chosen)), key) is is_right


@given(SCORED, KEYS, KEYS)
def test_only_the_key_itself_is_right(construct, right, chosen):
    assert mark(Answer(State.ANSWERED, chosen), Key(construct, right)) is (chosen == right)


@given(st.sampled_from(sorted(UNSCORED)), st.sampled_from(list(State)), KEYS, KEYS)
def test_intention_and_confidence_are_never_marked(construct, state, right, chosen):
    assert mark(Answer(state, chosen), Key(construct, right)) is None


@given(SCORED, st.sampled_from([State.DONT_KNOW, State.SKIPPED]), KEYS)
def test_not_knowing_and_skipping_are_not_wrong(construct, state, right):
    assert mark(Answer(state), Key(construct, right)) is None


@given(st.lists(st.sampled_from([True, False, None]), max_size=20))
def test_a_score_counts_only_what_is_right(marks):
    assert score(marks, len(marks)) == Score(marks.count(True), len(marks))


@pytest.mark.parametrize(("kind", "is_one"), [(Kind.SINGLE, True), (Kind.TRUE_FALSE, True), (Kind.MULTIPLE, False)])
def test_only_multiple_choice_takes_more_than_one_option(kind, is_one):
    assert kind.takes_one_option is is_one
