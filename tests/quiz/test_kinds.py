"""A resident answers every kind of question with forms and links alone."""

import re
from uuid import uuid4

import pytest

from campagne.contacts.models import ReportChannel
from campagne.quiz.models import Attempt, Response
from campagne.quiz.questions.scoring import FAKE_KEY, REAL_KEY
from tests.quiz.conftest import Taker, quiz_of
from tests.quiz.kinds import FIRST, FOURTH, KEYS, KINDS, SECOND, THIRD, published_draft

pytestmark = pytest.mark.django_db


def taking(kind: str) -> Taker:
    return Taker().start(quiz_of(published_draft(KINDS[kind])))


def offered(page: str) -> list[str]:
    """The answers on a screen, as they stand."""
    return re.findall(r'name="option" value="([0-9a-f-]{36})"', page)


@pytest.mark.parametrize(
    ("kind", "keys", "is_right", "pattern"),
    [
        pytest.param("single", [FIRST], True, "1", id="single"),
        pytest.param("multiple", [FIRST, SECOND], False, "1+2", id="multiple"),
        pytest.param("true or false", [FIRST], True, "1", id="true or false"),
        pytest.param("order", KEYS, True, "1>2>3>4", id="order"),
        pytest.param("order", [SECOND, FIRST, THIRD, FOURTH], False, "2>1>3>4", id="another order"),
        pytest.param("scale", [THIRD], None, "3", id="scale"),
        pytest.param("real or fake as text", [FAKE_KEY], True, "2", id="hit"),
        pytest.param("real or fake on a picture", [FAKE_KEY], False, "2", id="false alarm"),
        pytest.param("channel", [SECOND], False, "2", id="channel"),
    ],
)
def test_an_answer_is_kept_marked_and_explained(kind, keys, is_right, pattern):
    taker = taking(kind)

    response = taker.answer(1, *keys)

    kept = Response.objects.get()
    assert response["Location"] == taker.address + "1/uitleg/"
    assert (kept.is_right, kept.pattern, kept.is_counting) == (is_right, pattern, True)
    assert "Geheim: hang op." in taker.explain(1)


@pytest.mark.parametrize("kind", KINDS)
def test_no_question_tells_what_is_right_before_it_is_answered(kind):
    page = taking(kind).text("1/")

    assert "Geheim" not in page
    assert not re.search(
        r'is_right|class="outcome|data-standing|data-verdict|spotted__number|tel:', page.split("<footer")[0]
    )
    assert offered(page) != [str(key) for key in KEYS] or kind != "order"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("state", "onward"), [("dont_know", "1/uitleg/"), ("skipped", "overzicht/")])
def test_not_knowing_and_skipping_are_possible_everywhere(kind, state, onward):
    taker = taking(kind)

    response = taker.answer(1, *offered(taker.text("1/")), state=state)

    kept = Response.objects.get()
    assert response["Location"] == taker.address + onward
    assert (kept.state, kept.pattern, kept.is_right) == (state, state, None)
    assert not kept.choices.exists()


def test_a_move_shows_the_new_order_and_keeps_nothing():
    taker = taking("order")
    page = taker.text("1/")
    shown, submission = offered(page), re.search(r'name="submission" value="([^"]+)"', page)[1]

    moved = taker.answer(1, *shown, submission=submission, move=f"down:{shown[0]}")

    again = moved.content.decode()
    assert moved.status_code == 200
    assert offered(again) == [shown[1], shown[0], *shown[2:]]
    assert f'name="submission" value="{submission}"' in again
    assert re.findall(r'value="([^"]+)" data-way="\w+" autofocus', again) == [f"down:{shown[0]}"]
    assert not Attempt.objects.exists()


def test_whoever_comes_back_finds_the_order_that_was_sent_in():
    taker = taking("order")
    taker.answer(1, FOURTH, THIRD, SECOND, FIRST)

    assert offered(taker.text("1/")) == [str(key) for key in (FOURTH, THIRD, SECOND, FIRST)]
    assert "U zette dit op plaats 4" in taker.explain(1)


def test_the_same_mix_comes_back_until_it_is_answered():
    taker = taking("order")
    shown = offered(taker.text("1/"))
    taker.answer(1, state="skipped")

    assert offered(taker.text("1/")) == shown


def test_the_same_order_again_is_one_answer_and_another_with_the_same_id_is_refused():
    taker, submission = taking("order"), str(uuid4())

    statuses = [taker.answer(1, *keys, submission=submission).status_code for keys in (KEYS, KEYS, KEYS[::-1])]

    assert statuses == [303, 303, 409]
    assert Response.objects.get().pattern == "1>2>3>4"


def test_places_on_a_picture_come_with_the_explanation_as_numbers_and_as_a_list():
    taker = taking("real or fake on a picture")
    taker.answer(1, REAL_KEY)

    page = taker.explain(1)

    assert re.findall(r'<svg x="(\d+)%" y="(\d+)%"', page) == [("10", "20"), ("0", "100")]
    assert re.findall(r'class="message__point"><span>([^<]+)<', page) == ["Geheim: de afzender", "Geheim: de link"]
    assert 'alt="Een sms van uw bank"' in page
    assert "style=" not in page


def test_after_a_channel_question_one_can_call_the_places_that_are_still_there():
    taker = taking("channel")
    taker.answer(1, SECOND)
    ReportChannel.objects.filter(slug="bank").update(phone="088-5555")
    ReportChannel.objects.filter(slug="politie").delete()

    page = taker.explain(1).split("<footer")[0]

    assert 'href="tel:0885555" data-channel="bank"' in page
    assert "Politie" in page
    assert 'data-channel="politie"' not in page


def test_a_situation_stands_above_the_question_and_can_be_read_again():
    taker = taking("scale")
    page = taker.text("1/")
    taker.answer(1, THIRD)

    assert page.index("U ziet ’s nachts busjes.") < page.index("<h1")
    assert page.count('class="face"') == 4
    assert "U ziet ’s nachts busjes." in taker.explain(1)
