"""What no screen of ours sends is refused in words, and leaves nothing behind."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from campagne.quiz.models import Attempt, Question
from campagne.quiz.questions.draft import Option
from campagne.quiz.taking.ticket import Ticket
from tests.quiz.conftest import NO, YES, Taker, published, quiz_of

pytestmark = pytest.mark.django_db

RTL_AND_ZALGO = "\u202eedoc\u202c Z̴̢̛͈̗a̷̧͝l̶̨̛g̴̢͠o̷͜͠"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        pytest.param({"option": str(NO)}, 400, id="no id"),
        pytest.param({"submission": "1", "option": str(NO)}, 400, id="id that is none"),
        pytest.param({"submission": str(uuid4()), "option": "\x00"}, 400, id="NUL byte"),
        pytest.param({"submission": "\x00" * 36, "option": str(NO)}, 400, id="NUL bytes as id"),
        pytest.param({"submission": str(uuid4()), "option": RTL_AND_ZALGO}, 400, id="right to left and zalgo"),
        pytest.param({"submission": str(uuid4()), "option": str(uuid4())}, 400, id="unknown option"),
        pytest.param({"submission": str(uuid4()), "option": [str(YES), str(NO)]}, 400, id="two where one is asked"),
        pytest.param({"submission": str(uuid4()), "option": str(NO), "state": "hacked"}, 400, id="unknown state"),
        pytest.param({"submission": str(uuid4()), "option": "x" * 100_000}, 413, id="100 kB"),
        pytest.param({}, 400, id="nothing at all"),
    ],
)
def test_bad_input_is_refused_in_words_and_leaves_nothing(taker, fields, status):
    response = taker.client.post(f"{taker.address}1/", fields)

    assert response.status_code == status
    assert "<h1>" in response.content.decode()
    assert not Attempt.objects.exists()


def test_an_option_of_another_question_is_refused(home):
    foreign = uuid4()
    taker = Taker().start(quiz_of(published()))

    response = taker.answer(1, foreign)

    assert response.status_code == 400
    assert "hoort niet bij deze vraag" in response.content.decode()


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999"])
def test_a_question_that_does_not_exist_is_not_found(taker, number):
    response = taker.get(f"{number}/")

    assert response.status_code == 404
    assert "Deze quiz heeft 3 vragen" in response.content.decode()


@pytest.mark.parametrize("signed", ["x", "a:b", "%00", "é", "x" * 5000])
def test_a_forged_address_is_not_found(client, quiz, signed):
    assert client.get(f"/quiz/codes/{signed}/1/").status_code == 404


def test_the_ticket_of_another_quiz_is_not_found(taker):
    quiz_of(published("Iets anders?"), slug="anders")

    assert taker.client.get(taker.address.replace("/codes/", "/anders/") + "1/").status_code == 404


def test_a_ticket_of_yesterday_is_gone(client, quiz):
    old = Ticket(uuid4(), quiz.current_version.pk, None, timezone.now() - timedelta(hours=25)).signed()

    for screen in ("1/", "1/uitleg/", "overzicht/", "klaar/"):
        response = client.get(f"/quiz/codes/{old}/{screen}")
        assert response.status_code == 410
        assert "U begon meer dan een dag geleden." in response.content.decode()
    assert client.post(f"/quiz/codes/{old}/1/", {"submission": uuid4(), "option": NO}).status_code == 410


def test_a_ticket_for_a_version_that_is_gone(client, quiz):
    gone = Ticket(uuid4(), 999_999, None, timezone.now()).signed()

    assert client.get(f"/quiz/codes/{gone}/1/").status_code == 410


def test_an_option_that_came_with_a_later_version_is_refused(quiz, taker):
    question = Question.objects.get(stem="Geeft u de code?")
    late = uuid4()
    question.offer([*question.draft().options[:2], Option(late, "Later")])
    question.save_revision().publish()

    assert taker.answer(1, late).status_code == 400
    assert taker.answer(1, NO).status_code == 303


def test_a_quiz_without_questions_cannot_start(client, home):
    response = client.post(quiz_of(slug="leeg").start_url)

    assert response.status_code == 404
    assert "nog geen vragen" in response.content.decode()


def test_a_quiz_that_does_not_exist_is_not_found(client, home):
    assert client.post("/quiz/bestaat-niet/start/").status_code == 404


def test_a_forged_page_does_not_start(client, quiz):
    assert client.post(quiz.start_url, {"page": "12:vals"}).status_code == 400


@pytest.mark.parametrize(("method", "screen"), [("get", "start"), ("put", "1/"), ("post", "overzicht/")])
def test_other_methods_are_refused_in_words(client, quiz, taker, method, screen):
    address = quiz.start_url if screen == "start" else taker.address + screen

    response = getattr(client, method)(address)

    assert response.status_code == 405
    assert response["Allow"]
    assert "<h1>" in response.content.decode()


def test_another_site_cannot_post_an_answer(taker):
    client = Client(headers={"Origin": "https://elders.example"})

    assert client.post(f"{taker.address}1/", {"submission": uuid4(), "option": NO}).status_code == 403
