"""What no form of ours sends is refused with a reason; an answer is read for each kind."""

from itertools import permutations
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict

from campagne.quiz.questions.scoring import REAL_KEY, Answer, State
from campagne.quiz.taking.submission import NothingChosen, read_arrangement, read_submission
from campagne.serving.intake.refusals import Refusal
from tests.quiz.kinds import FIRST, FOURTH, KEYS, KINDS, SECOND, THIRD, published_draft

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SUBMISSION = uuid4()
FOREIGN = uuid4()


def sent(*keys, **fields) -> QueryDict:
    return QueryDict(urlencode([("submission", SUBMISSION), *(("option", key) for key in keys), *fields.items()]))


def version_of(kind: str):
    return published_draft(KINDS[kind]).versions.get()


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        pytest.param("single", [SECOND], id="single"),
        pytest.param("multiple", [SECOND, THIRD], id="multiple"),
        pytest.param("true or false", [SECOND], id="true or false"),
        pytest.param("scale", [FOURTH], id="scale"),
        pytest.param("real or fake as text", [REAL_KEY], id="real or fake"),
        pytest.param("channel", [THIRD], id="channel"),
    ],
)
def test_what_was_chosen_is_the_answer(kind, keys):
    submission = read_submission(sent(*keys), version_of(kind))

    assert (submission.id, submission.answer) == (SUBMISSION, Answer(State.ANSWERED, frozenset(keys)))


def test_an_order_is_an_answer_as_it_stands():
    version = version_of("order")

    for keys in permutations(KEYS):
        assert read_submission(sent(*keys), version).answer == Answer.ranked(keys)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", [State.DONT_KNOW, State.SKIPPED])
def test_not_knowing_and_skipping_are_answers_of_their_own_whatever_stands_there(kind, state):
    assert read_submission(sent(*KEYS, state=state), version_of(kind)).answer == Answer(state)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "order"])
def test_nothing_chosen_is_asked_again(kind):
    with pytest.raises(NothingChosen):
        read_submission(sent(), version_of(kind))


@pytest.mark.parametrize(
    ("kind", "keys", "words"),
    [
        pytest.param("order", KEYS[:3], "niet heel", id="one too few in an order"),
        pytest.param("order", (*KEYS, FIRST), "niet heel", id="one twice in an order"),
        pytest.param("order", (*KEYS[:3], FIRST), "niet heel", id="one in place of another"),
        pytest.param("order", (), "niet heel", id="no order at all"),
        pytest.param("order", (*KEYS[:3], FOREIGN), "hoort niet bij", id="one of another question in an order"),
        pytest.param("scale", (FIRST, SECOND), "Kies één", id="two steps of a scale"),
        pytest.param("real or fake as text", (FIRST,), "hoort niet bij", id="neither real nor fake"),
        pytest.param("channel", (FOREIGN,), "hoort niet bij", id="another place"),
        pytest.param("multiple", ("x",), "hoort niet bij", id="no key"),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(kind, keys, words):
    with pytest.raises(Refusal, match=words):
        read_submission(sent(*keys), version_of(kind))


def test_a_move_gives_the_new_order_on_the_same_form():
    arrangement = read_arrangement(sent(*KEYS, move=f"down:{FIRST}"), version_of("order"))

    assert arrangement.in_order == (SECOND, FIRST, THIRD, FOURTH)
    assert arrangement.submission == SUBMISSION


@pytest.mark.parametrize("move", ["", "down", "down:1", f"left:{FIRST}", f"up:{UUID(int=9)}"])
def test_a_move_that_no_button_sends_is_refused(move):
    with pytest.raises(Refusal, match="hoort niet bij"):
        read_arrangement(sent(*KEYS, move=move), version_of("order"))


def test_only_an_order_can_be_moved():
    assert read_arrangement(sent(FIRST, move=f"up:{FIRST}"), version_of("single")) is None
    assert read_arrangement(sent(*KEYS), version_of("order")) is None
