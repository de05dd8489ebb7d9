"""A form offers what may be chosen, each kind in its own way, and comes back as it was left."""

from uuid import UUID, uuid4

import pytest

from campagne.quiz.questions.draft import Option, real_or_fake
from campagne.quiz.questions.form import Arrangement, Form
from campagne.quiz.questions.ordering import Direction, Move
from campagne.quiz.questions.scoring import Answer, Kind, State

pytestmark = pytest.mark.once

KEYS = [UUID(int=number) for number in range(1, 6)]
STEPS = [Option(key, text) for key, text in zip(KEYS, "ABCDE", strict=True)]


@pytest.mark.parametrize(
    ("kind", "control", "input_type"),
    [
        pytest.param(Kind.SINGLE, "radio", "radio", id="single"),
        pytest.param(Kind.MULTIPLE, "checkbox", "checkbox", id="multiple"),
        pytest.param(Kind.TRUE_FALSE, "radio", "radio", id="true or false"),
        pytest.param(Kind.REAL_OR_FAKE, "radio", "radio", id="real or fake"),
        pytest.param(Kind.CHANNEL, "radio", "radio", id="channel"),
        pytest.param(Kind.SCALE, "scale", "radio", id="scale"),
        pytest.param(Kind.ORDER, "order", "radio", id="order"),
    ],
)
def test_each_kind_is_answered_with_its_own_control(kind, control, input_type):
    form = Form.of(kind, STEPS)

    assert (form.control, form.input) == (control, input_type)


def test_the_answer_of_before_is_chosen_again():
    form = Form.of(Kind.MULTIPLE, STEPS, Answer(State.ANSWERED, frozenset(KEYS[:2])))

    assert [choice.is_checked for choice in form.choices] == [True, True, False, False, False]


@pytest.mark.parametrize(("steps", "faces"), [(3, [1, 3, 5]), (4, [1, 2, 4, 5]), (5, [1, 2, 3, 4, 5])])
def test_a_scale_goes_from_the_least_to_the_most_glad_face(steps, faces):
    assert [choice.face for choice in Form.of(Kind.SCALE, STEPS[:steps]).choices] == faces


def test_only_a_scale_has_faces():
    assert {choice.face for choice in Form.of(Kind.SINGLE, STEPS).choices} == {0}


def test_an_order_not_begun_is_mixed_and_the_same_for_the_same_attempt():
    one, again, other = (Form.of(Kind.ORDER, STEPS, seed=seed) for seed in ("a", "a", "b"))

    shown = [choice.value for choice in one.choices]
    assert shown != KEYS
    assert sorted(shown) == KEYS
    assert shown == [choice.value for choice in again.choices] != [choice.value for choice in other.choices]


@pytest.mark.parametrize(
    "answer",
    [Answer(State.DONT_KNOW), Answer(State.SKIPPED), Answer.ranked(KEYS[:2])],
    ids=["unknown", "skipped", "other"],
)
def test_what_is_no_order_of_these_answers_is_mixed_again(answer):
    assert sorted(choice.value for choice in Form.of(Kind.ORDER, STEPS, answer).choices) == KEYS


def test_an_order_that_was_answered_comes_back():
    form = Form.of(Kind.ORDER, STEPS, Answer.ranked(KEYS[::-1]))

    assert [choice.value for choice in form.choices] == KEYS[::-1]
    assert [choice.id for choice in form.choices][:2] == ["antwoord-1", "antwoord-2"]


@pytest.mark.parametrize(
    ("moved", "direction", "focus"),
    [
        pytest.param(KEYS[2], Direction.UP, "up", id="in the middle the same button"),
        pytest.param(KEYS[0], Direction.UP, "down", id="at the top the other"),
        pytest.param(KEYS[4], Direction.DOWN, "up", id="at the bottom the other"),
    ],
)
def test_an_order_in_the_making_keeps_its_id_and_the_focus_goes_along(moved, direction, focus):
    arrangement = Arrangement(uuid4(), tuple(KEYS), Move(moved, direction))

    form = Form.of(Kind.ORDER, STEPS, Answer.ranked(KEYS[::-1]), arrangement=arrangement)

    assert form.submission == arrangement.submission
    assert [choice.value for choice in form.choices] == KEYS
    assert {choice.value: choice.focus for choice in form.choices if choice.focus} == {moved: focus}


def test_nothing_in_a_form_tells_what_is_right():
    forms = [Form.of(Kind.REAL_OR_FAKE, real_or_fake(truth)) for truth in ("real", "fake")]

    assert forms[0].choices == forms[1].choices
