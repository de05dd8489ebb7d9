"""What is heard is exactly what is read, in its order; a voice of a computer says so."""

import pytest

from campagne.quiz.models import Question
from campagne.quiz.questions.form import Form
from campagne.quiz.questions.rendering import Rendering, rendered
from campagne.quiz.sound.listening import listening_to_explanation, listening_to_question
from tests.quiz.conftest import Taker, options, published, quiz_of, republished
from tests.quiz.spoken import easy, speak

pytestmark = pytest.mark.django_db


def heard(question: Question, rendering: Rendering = Rendering.STANDARD) -> list[str]:
    shown = rendered(question.versions.order_by("-pk").first(), rendering)
    return [track.label for track in listening_to_question(shown, Form.of(shown.kind, shown.options)).tracks]


@pytest.fixture
def question(home) -> Question:
    question = easy("Geeft u de code?")
    speak(question)
    return question


def test_the_question_comes_first_and_then_the_answers(question, django_assert_num_queries):
    shown = rendered(question.versions.get(), Rendering.STANDARD)
    form = Form.of(shown.kind, shown.options)

    with django_assert_num_queries(1):
        listening = listening_to_question(shown, form)

    assert [track.label for track in listening.tracks] == [
        "Vraag",
        *("Antwoord 1: Ja", "Antwoord 2: Nee", "Antwoord 3: Misschien"),
    ]
    assert [track.element for track in listening.tracks] == ["#vraag", *(f"#{choice.id}" for choice in form.choices)]


def test_easy_words_are_heard_in_easy_words(question):
    assert heard(question, Rendering.EASY) == [
        "Vraag",
        *("Antwoord 1: Ja.", "Antwoord 2: Nee.", "Antwoord 3: Misschien."),
    ]


def test_a_text_that_changed_is_heard_no_more_and_heard_again_when_it_returns(question):
    republished(question, "substantive", stem="Geeft u hem?")
    assert "Vraag" not in heard(question)

    republished(question, "substantive", stem="Geeft u de code?")
    assert heard(question)[0] == "Vraag"


def test_a_draft_silences_nothing_for_who_reads_the_old_text(question):
    question.stem = "Nog niet gepubliceerd?"
    question.save_revision()

    assert heard(question)[0] == "Vraag"


def test_answers_are_heard_in_the_order_in_which_they_stand(home):
    question = published("Wat eerst?", kind="order", offer=options())
    speak(question)
    shown = rendered(question.versions.get(), Rendering.STANDARD)

    form = Form.of(shown.kind, shown.options, seed="anders")
    tracks = listening_to_question(shown, form).tracks

    assert [track.label for track in tracks[1:]] == [
        f"Antwoord {place}: {choice.label}" for place, choice in enumerate(form.choices, 1)
    ]


@pytest.mark.parametrize(("voice", "words"), [("computer", "Computerstem"), ("recorded", "Ingesproken")])
def test_who_speaks_is_said(home, voice, words):
    question = published()
    speak(question, voice=voice)

    shown = rendered(question.versions.get(), Rendering.STANDARD)

    assert listening_to_explanation(shown).voice == words


def test_the_screen_of_a_question_holds_a_player_for_every_text_and_loads_none(question):
    taker = Taker().start(quiz_of(question), rendering="easy")

    html = taker.text("1/")

    assert html.count("<audio") == html.count('preload="none"') == 4
    assert "Computerstem" in html
    assert "js/listen.js" in html


def test_nothing_to_hear_shows_nothing(home):
    html = Taker().start(quiz_of(published())).text("1/")

    assert "<audio" not in html
    assert "listen.js" not in html
