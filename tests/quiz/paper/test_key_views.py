"""The key is for who may change the quiz, and nobody else."""

import pytest
from django.urls import reverse

from tests.quiz.conftest import quiz_of
from tests.quiz.measured import STEMS, quiz_of_nine_parts

pytestmark = [pytest.mark.django_db, pytest.mark.once]
KEY, PDF = "wagtailsnippets_quiz_quiz:key", "wagtailsnippets_quiz_quiz:key_pdf"


def test_the_key_tells_what_is_right_once_for_both_measurings(client, home, regional_editor):
    quiz = quiz_of_nine_parts()
    client.force_login(regional_editor)

    response = client.get(reverse(KEY, args=[quiz.pk]))

    page = " ".join(response.content.decode().split())
    assert f"Vraag 2 en 7. {STEMS[0]}" in page
    assert "Goed: <strong>A en C</strong>" in page
    assert "quizversie 1" in page
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("name", [KEY, PDF], ids=["page", "pdf"])
def test_neither_a_visitor_nor_an_editor_of_elsewhere_gets_it(client, stein, beek, editor_of_beek, name):
    quiz = quiz_of_nine_parts()
    quiz.municipality = stein
    quiz.save()

    visitor = client.get(reverse(name, args=[quiz.pk]))
    client.force_login(editor_of_beek)
    elsewhere = client.get(reverse(name, args=[quiz.pk]))

    assert visitor.status_code == 302
    assert b"Geheim" not in visitor.content + elsewhere.content
    assert elsewhere.status_code in {302, 403, 404}


def test_a_quiz_without_questions_says_so(client, home, regional_editor):
    quiz = quiz_of(slug="leeg")
    client.force_login(regional_editor)

    response = client.get(reverse(KEY, args=[quiz.pk]), follow=True)

    assert "nog geen vragen die gepubliceerd zijn" in response.content.decode()
