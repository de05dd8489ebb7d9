"""A reader chooses easy or ordinary words, at the start and at every question, and what was read is written down."""

import pytest

from campagne.quiz.models import Attempt, Response
from campagne.quiz.questions.draft import Option
from tests.quiz.conftest import NO, YES, Taker, published, quiz_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(home):
    """One question that can be read in easy words, and one that cannot."""
    offer = [Option(YES, "Ja, altijd", easy_text="Ja"), Option(NO, "Nee, nooit", is_right=True, easy_text="Nee")]
    easy = published(
        "Verstrekt u een code?", offer=offer, easy_stem="Geeft u een code?", easy_explanation="Geef niets."
    )
    return quiz_of(easy, published("Belt u de bank?"))


def other_words(taker, number) -> Taker:
    """Follow the link to the same question in other words."""
    page = taker.text(f"{number}/")
    address = page.split('class="quiz__words" href="')[1].split('"')[0]
    return Taker(taker.client, address.removesuffix(f"{number}/"))


def test_who_starts_in_easy_words_reads_and_answers_in_them(quiz):
    taker = Taker().start(quiz, rendering="easy")

    page = taker.text("1/")
    taker.answer(1, YES)

    assert "Geeft u een code?" in page
    assert "Verstrekt" not in page
    assert "Geef niets." in taker.explain(1)
    assert "Geeft u een code?" in taker.text("overzicht/")
    assert Response.objects.get().rendering == "easy"


def test_a_question_without_easy_words_is_read_and_written_down_as_it_is(quiz):
    taker = Taker().start(quiz, rendering="easy")

    taker.answer(2, NO)

    assert "quiz__words" not in taker.text("2/")
    assert Response.objects.get().rendering == "standard"


def test_changing_words_goes_on_with_the_same_attempt(quiz):
    taker = Taker().start(quiz)
    taker.answer(1, YES)
    easy = other_words(taker, 1)

    easy.answer(1, NO)

    assert "Geeft u een code?" in easy.text("1/")
    assert "Verstrekt u een code?" in other_words(easy, 1).text("1/")
    assert Attempt.objects.count() == 1
    assert [r.rendering for r in Response.objects.order_by("pk")] == ["standard", "easy"]


def test_words_that_do_not_exist_are_refused(quiz, client):
    assert client.post(quiz.start_url, {"rendering": "moeilijk"}).status_code == 400
