"""Easy words are offered when every question has them, and listening when everything can be heard."""

import pytest

from campagne.quiz.taking.easy_offer import READ, READ_AND_LISTEN, easy_offer
from tests.quiz.conftest import published, quiz_of
from tests.quiz.spoken import easy, speak

pytestmark = pytest.mark.django_db


def test_a_quiz_with_one_question_without_easy_words_offers_nothing(home):
    quiz = quiz_of(easy("Een?"), published("Twee?"))

    assert easy_offer(quiz.current_version) == ""


def test_easy_words_without_sound_are_only_to_be_read(home):
    quiz = quiz_of(easy("Een?"), easy("Twee?"))

    assert easy_offer(quiz.current_version) == READ


def test_all_that_is_asked_can_be_heard(home, django_assert_max_num_queries):
    questions = [easy("Een?"), easy("Twee?")]
    for question in questions:
        speak(question)
    version = quiz_of(*questions).current_version

    with django_assert_max_num_queries(4):
        assert easy_offer(version) == READ_AND_LISTEN


def test_one_answer_that_cannot_be_heard_takes_the_promise_away(home):
    questions = [easy("Een?"), easy("Twee?")]
    speak(questions[0])
    speak(questions[1], but="Nee.")

    assert easy_offer(quiz_of(*questions).current_version) == READ


def test_the_start_offers_it_as_a_second_button(home, client, publish):
    from campagne.content.models import QuizPage

    quiz = quiz_of(easy("Een?"))
    page = publish(home, QuizPage(title="Codes", summary="Vragen.", quiz=quiz))

    html = client.get(page.url).content.decode()

    assert f'name="rendering" value="easy">{READ}</button>' in html


def test_an_editor_previews_easy_words(home, rf):
    request = rf.get("/")
    request.is_preview = True

    page = easy("Een?").serve_preview(request, "makkelijk").rendered_content

    assert "Een? Makkelijk." in page
