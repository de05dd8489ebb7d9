"""Easy words are offered when every question has them, and listening when everything can be heard."""

from dataclasses import replace

import pytest
from django.utils import timezone

from campagne.media.models import Sound
from campagne.media.sound_file import read_sound
from campagne.quiz.models import Question, Speech
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.sound.speakable import texts_of
from campagne.quiz.taking.easy_offer import READ, READ_AND_LISTEN, easy_offer
from tests.media.sounds import mp3
from tests.quiz.conftest import NO, options, published, quiz_of

pytestmark = pytest.mark.django_db


def easy(stem: str) -> Question:
    offer = [replace(option, easy_text=f"{option.text}.") for option in options(NO)]
    return published(stem, offer=offer, easy_stem=f"{stem} Makkelijk.")


def speak(question: Question, *, but: str = "") -> None:
    sound = Sound.objects.keep(read_sound(mp3()))
    for rendering, spoken in texts_of(question.draft()):
        if rendering is Rendering.EASY and spoken.text != but:
            Speech.objects.say(question, spoken, rendering, sound, "computer", timezone.now())


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
