"""The overview tells what was answered, and the end how many were right, in words."""

import pytest

from campagne.contacts.models import Channel, ReportChannel
from campagne.content.models import QuizIndexPage, QuizPage
from campagne.quiz.models import Attempt
from campagne.quiz.taking.ticket import sign_page
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of

pytestmark = pytest.mark.django_db


def test_the_overview_shows_what_was_answered_and_not_what_is_right(taker):
    taker.answer(1, YES)
    taker.answer(2, state="dont_know")

    page = taker.text("overzicht/")

    assert "Uw antwoord: Ja" in page
    assert "Weet ik niet" in page
    assert "Nog niet beantwoord" in page
    assert "Geheim" not in page


def test_without_an_answer_there_is_no_end(taker):
    assert "Klaar: bekijk" not in taker.text("overzicht/")
    assert taker.client.post(taker.address + "klaar/")["Location"] == taker.address + "overzicht/"
    assert taker.get("klaar/")["Location"] == taker.address + "overzicht/"


def test_the_end_is_told_in_words(taker):
    taker.answer(1, NO)
    taker.answer(2, state="dont_know")
    taker.answer(3, NO)

    response = taker.client.post(taker.address + "klaar/")
    page = taker.text("klaar/")

    assert (response.status_code, response["Location"]) == (303, taker.address + "klaar/")
    assert "U had 1 van de 2 goed" in page
    assert "Bij 1 vraag wist u het niet" in page
    assert "Daar is geen goed of fout" in page
    assert Attempt.objects.get().finished_at is not None


def test_ending_twice_keeps_the_first_end(taker):
    taker.answer(1, NO)
    taker.client.post(taker.address + "klaar/")
    first = Attempt.objects.get().finished_at

    taker.client.post(taker.address + "klaar/")

    assert Attempt.objects.get().finished_at == first


def test_a_quiz_without_right_and_wrong_gives_no_score(home):
    taker = Taker().start(quiz_of(published(construct="vertrouwen", offer=options())))
    taker.answer(1, YES)
    taker.client.post(taker.address + "klaar/")

    page = taker.text("klaar/")

    assert "U bent klaar" in page
    assert "U had" not in page


def test_the_end_leads_to_help_and_back_to_the_page(quiz, publish, home):
    quiz.channels.add(
        ReportChannel.objects.create(
            name="Politie", slug="politie", code=Channel.POLICE_CALL, phone="0900-8844", purpose="Geen spoed"
        )
    )
    page = publish(QuizIndexPage.objects.child_of(home).get(), QuizPage(title="Codes", summary="Over codes", quiz=quiz))
    taker = Taker().start(quiz, page=sign_page(page.pk))
    taker.answer(1, NO)
    taker.client.post(taker.address + "klaar/")

    text = taker.text("klaar/")

    assert 'data-channel="politie"' in text
    assert f'href="{page.url}"' in text
    assert Attempt.objects.get().page_id == page.pk


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        pytest.param(0, "U hebt nog geen vraag beantwoord", id="nothing answered"),
        pytest.param(1, "Bij de vragen die u beantwoordde, stond uitleg", id="a part answered"),
        pytest.param(3, "Bij elke vraag stond uitleg", id="all answered"),
    ],
)
def test_the_end_promises_no_explanation_that_nobody_gave(taker, answered, words):
    for number in range(1, 4):
        taker.answer(number, state="dont_know" if number <= answered else "skipped")
    taker.client.post(taker.address + "klaar/")

    page = taker.text("klaar/")

    assert words in page
    assert ("nu weet u meer dan eerst" in page) is bool(answered)
