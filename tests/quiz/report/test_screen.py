"""The screen with results: nothing while there is too little, versions apart, and a fixed number of queries."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campagne.quiz.models import Question, Quiz
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of
from tests.quiz.forms import QUIZ

pytestmark = pytest.mark.django_db


def results_page(client, editor, quiz: Quiz) -> str:
    client.force_login(editor)
    page = client.get(reverse(f"{QUIZ}:results", args=[quiz.pk])).content.decode()
    return re.sub(r"\s+", " ", page)


def test_without_answers_the_results_say_what_to_do(client, regional_editor, quiz):
    page = results_page(client, regional_editor, quiz)

    assert "Nog geen antwoorden" in page
    assert "Zet de quiz op een pagina" in page


def test_four_answers_are_too_few_and_five_are_shown_with_their_range(client, regional_editor, quiz):
    for chosen in (NO, NO, NO, YES):
        Taker().start(quiz).answer(1, chosen)
    assert "Goed: te weinig antwoorden." in results_page(client, regional_editor, quiz)

    Taker().start(quiz).answer(1, NO)
    page = results_page(client, regional_editor, quiz)

    assert "Goed: 4 van de 5 antwoorden, waarschijnlijk tussen 38 en 96 van de 100." in page
    assert "<td>1 van de 5 antwoorden, waarschijnlijk" in page
    assert "5 pogingen" in page


def test_results_keep_versions_apart(client, regional_editor, quiz):
    for _ in range(5):
        Taker().start(quiz).answer(1, NO)
    question = Question.objects.get(stem="Geeft u de code?")
    question.stem = "Geeft u een code?"
    question.save_revision().publish()

    page = results_page(client, regional_editor, quiz)
    now, before = page.split("Eerdere versies")

    assert "Geeft u een code?" in now
    assert "5 van de 5" not in now
    assert "Geeft u de code?" in before
    assert "5 van de 5" in before


@pytest.mark.parametrize("many", [1, 6])
def test_results_take_as_many_queries_however_long_the_quiz_is(client, regional_editor, home, many):
    offer = [*options(NO), *(type(options()[0])(uuid4(), f"Optie {n}") for n in range(3))]
    quiz = quiz_of(*(published(f"Vraag {n}?", offer=offer) for n in range(many)))
    taker = Taker().start(quiz)
    for number in range(1, many + 1):
        taker.answer(number, NO)
    results_page(client, regional_editor, quiz)

    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(f"{QUIZ}:results", args=[quiz.pk]))

    ours = [query["sql"] for query in queries if "quiz_" in query["sql"]]
    assert len(ours) == 17, "\n".join(ours)
