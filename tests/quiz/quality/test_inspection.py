"""Before publishing an editor reads what could be better; what blocks is refused, and nothing typed is lost."""

import pytest
from django.urls import reverse

from campagne.quiz.models import Question, Quiz
from campagne.quiz.quality.inspection import quality_of, quality_of_quiz
from tests.quiz.conftest import NO, options, published, quiz_of
from tests.quiz.forms import QUESTION, QUIZ, question_form, quiz_form
from tests.quiz.spoken import easy, speak

pytestmark = pytest.mark.django_db
BETRAYING = ("Ja", "Nee, want dan kan een ander bij mijn geld")


@pytest.fixture
def editor(client, regional_editor):
    client.force_login(regional_editor)
    return client


def add(editor, *texts: str, right: int = 1, **fields):
    form = question_form(*texts, right=right, **{"action-publish": "yes", **fields})
    return editor.post(reverse(f"{QUESTION}:add"), form)


def test_what_could_be_better_is_asked_once_and_nothing_is_lost(editor):
    refused = add(editor, *BETRAYING)

    html = refused.content.decode()
    assert "Het goede antwoord is het langste." in html
    assert "Toch publiceren" in html
    assert BETRAYING[1] in html
    assert not Question.objects.exists()


def test_who_ticks_the_box_publishes_all_the_same(editor):
    add(editor, *BETRAYING, accept_findings="on")

    assert Question.objects.get().live


def test_a_draft_is_never_asked_about(editor):
    form = question_form(*BETRAYING, right=1)

    editor.post(reverse(f"{QUESTION}:add"), form)

    assert not Question.objects.get().live


def test_what_blocks_is_refused_whatever_is_ticked(editor):
    refused = add(editor, "Ja", "Nee", right=9, accept_findings="on")

    assert "precies één antwoord goed" in refused.content.decode()
    assert not Question.objects.exists()


def test_the_edit_screen_says_what_could_be_better_and_that_dont_know_is_always_there(editor):
    question = published(vignette=" ".join(["woord"] * 21))

    html = editor.get(reverse(f"{QUESTION}:edit", args=[question.pk])).content.decode()

    assert "Deze zin heeft 21 woorden" in html
    assert "‘Weet ik niet’ staat vanzelf onder elke vraag" in html


def test_a_question_in_easy_words_asks_for_the_sound_that_is_missing(home):
    question = easy("Geeft u de code?")
    speak(question, "Geeft u de code? Makkelijk.", "Ja.", "Nee.")

    found = [finding.found for finding in quality_of(question, question.draft()).asking]

    assert found == ["Zonder goed geluid: Antwoord 3."]


def test_a_quiz_in_easy_words_names_what_cannot_be_heard(home):
    heard, silent = easy("Een?"), easy("Twee?")
    speak(heard)

    found = quality_of_quiz([heard.pk, silent.pk]).asking

    assert "vraag 2 (vraag, antwoord 1, antwoord 2, antwoord 3)" in found[0].found


def message(truth: str) -> Question:
    question = Question(kind="real_or_fake", construct="herkenning", stem=f"Is dit {truth}?", message_truth=truth)
    question.message_channel, question.message_body, question.live = "sms", "Hoi", False
    question.save()
    question.save_revision().publish()
    return question


def test_a_quiz_of_fakes_alone_is_refused_and_keeps_what_was_typed(editor, home):
    refused = editor.post(reverse(f"{QUIZ}:add"), quiz_form(message("fake"), title="Alleen nep"))

    html = refused.content.decode()
    assert "zijn nep" in html
    assert "Alleen nep" in html
    assert not Quiz.objects.exists()


def test_a_quiz_with_the_right_answer_always_in_one_place_asks(editor, home):
    questions = [published(f"Vraag {n}?", offer=options(NO)) for n in range(3)]

    refused = editor.post(reverse(f"{QUIZ}:add"), quiz_form(*questions))
    assert "Bij alle 3 vragen is antwoord 2 het goede." in refused.content.decode()
    assert not Quiz.objects.exists()

    editor.post(reverse(f"{QUIZ}:add"), quiz_form(*questions, accept_findings="on"))
    assert Quiz.objects.exists()


def test_the_edit_screen_of_a_quiz_judges_its_questions(editor, home):
    quiz = quiz_of(*(published(f"Vraag {n}?", offer=options(NO)) for n in range(3)))

    html = editor.get(reverse(f"{QUIZ}:edit", args=[quiz.pk])).content.decode()

    assert "Bij alle 3 vragen is antwoord 2 het goede." in html
