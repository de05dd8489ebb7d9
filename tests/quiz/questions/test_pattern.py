"""An answer and its pattern say the same, and a pattern says no more."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.pattern import answer_from, pattern_of
from campagne.quiz.questions.scoring import Answer, State

pytestmark = pytest.mark.once

KEYS = {place: UUID(int=place) for place in range(1, 13)}
PLACES = {key: place for place, key in KEYS.items()}
SOME = st.lists(st.sampled_from(sorted(PLACES)), unique=True, min_size=2, max_size=6)


@pytest.mark.parametrize(
    ("answer", "pattern"),
    [
        pytest.param(Answer(State.DONT_KNOW), "dont_know", id="not knowing"),
        pytest.param(Answer(State.SKIPPED), "skipped", id="skipped"),
        pytest.param(Answer(State.ANSWERED, frozenset({KEYS[2]})), "2", id="one option"),
        pytest.param(Answer(State.ANSWERED, frozenset({KEYS[11], KEYS[2]})), "2+11", id="two, in the order of places"),
        pytest.param(Answer.ranked([KEYS[3], KEYS[1], KEYS[2]]), "3>1>2", id="an order"),
    ],
)
def test_a_pattern_is_short_and_readable(answer, pattern):
    assert pattern_of(answer, PLACES) == pattern


@given(SOME, st.booleans())
def test_a_pattern_gives_the_answer_back(keys, is_ranked):
    answer = Answer.ranked(keys) if is_ranked else Answer(State.ANSWERED, frozenset(keys))

    assert answer_from(pattern_of(answer, PLACES), KEYS) == answer


def test_a_place_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        answer_from("99", KEYS)
