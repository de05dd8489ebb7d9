"""Answers are mixed so that nothing is given away, and whatever somebody clicks they stay the same answers."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.quiz.questions.ordering import Direction, Move, mixed, moved
from campagne.quiz.questions.scoring import Answer, Construct, Key, mark

pytestmark = pytest.mark.once

A, B, C = (UUID(int=number) for number in (1, 2, 3))
several = st.lists(st.uuids(), min_size=2, max_size=6, unique=True).map(tuple)


@given(several, st.text())
def test_a_mix_holds_the_same_answers_and_is_never_the_right_order(keys, seed):
    mix = mixed(keys, seed)

    assert sorted(mix) == sorted(keys)
    assert mix != keys
    assert mix == mixed(keys, seed)


def test_another_attempt_is_mixed_in_another_way():
    assert len({mixed((A, B, C), str(attempt)) for attempt in range(60)}) == 5


def test_where_the_right_answer_stands_has_no_influence_on_the_mix():
    same = [seed for seed in range(60) if mixed((A, B, C), str(seed)) == mixed((C, A, B), str(seed))]

    assert len(same) > 30


@given(several, st.lists(st.tuples(st.integers(0, 5), st.sampled_from(Direction)), max_size=20))
def test_any_clicks_give_the_same_answers_in_some_order_and_only_one_order_is_right(keys, clicks):
    order = mixed(keys, "")
    for place, direction in clicks:
        order = moved(order, Move(keys[place % len(keys)], direction))

    assert sorted(order) == sorted(keys)
    assert mark(Answer.ranked(order), Key(Construct.KNOWLEDGE, frozenset(), keys)) is (order == keys)


@pytest.mark.parametrize(
    ("key", "direction", "expected"),
    [
        pytest.param(B, Direction.UP, (B, A, C), id="up"),
        pytest.param(B, Direction.DOWN, (A, C, B), id="down"),
        pytest.param(A, Direction.UP, (A, B, C), id="the first cannot go up"),
        pytest.param(C, Direction.DOWN, (A, B, C), id="the last cannot go down"),
    ],
)
def test_a_move_is_one_place(key, direction, expected):
    assert moved((A, B, C), Move(key, direction)) == expected


@given(st.uuids(), st.sampled_from(Direction))
def test_a_move_is_read_as_it_was_written(key, direction):
    assert Move.parse(str(Move(key, direction))) == Move(key, direction)


@pytest.mark.parametrize("text", ["", "up", f"left:{A}", "up:1", f"{A}:up"])
def test_what_is_no_move_is_refused(text):
    with pytest.raises(ValueError, match=r"badly formed|not a valid"):
        Move.parse(text)
