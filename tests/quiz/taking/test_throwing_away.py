"""Whoever took a quiz may throw the answers away for a day; it is said beforehand, and asked before it is done."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from campagne.content.models import QuizIndexPage, QuizPage
from campagne.quiz.models import Attempt, Response, ResponseChoice
from campagne.quiz.taking.ticket import Ticket
from tests.quiz.conftest import NO, YES, Taker

pytestmark = pytest.mark.django_db


def test_it_is_said_before_the_quiz_begins(client, quiz, publish, home):
    page = publish(QuizIndexPage.objects.child_of(home).get(), QuizPage(title="Codes", summary="Over codes", quiz=quiz))

    assert "Uw antwoorden kunt u weggooien, tot 24 uur nadat u begon." in client.get(page.url).content.decode()


def test_every_screen_leads_to_the_way_out(taker):
    taker.answer(1, NO)

    for screen in ("1/", "1/uitleg/", "overzicht/"):
        assert f'href="{taker.address}stoppen/"' in taker.text(screen), screen


def test_it_is_asked_first_and_looking_removes_nothing(taker):
    taker.answer(1, NO)

    page = taker.text("stoppen/")

    assert "Stop, gooi mijn antwoorden weg" in page
    assert "Nee, ga verder met de quiz" in page
    assert Response.objects.count() == 1


def test_everything_of_the_attempt_goes_and_nothing_of_another(quiz, taker):
    other = Taker().start(quiz)
    other.answer(1, YES)
    taker.answer(1, YES)
    taker.answer(1, NO)

    response = taker.client.post(f"{taker.address}stoppen/")

    assert (response.status_code, response["Location"]) == (303, f"{taker.address}stoppen/")
    assert "Er zijn geen antwoorden van u" in taker.text("stoppen/")
    assert (Attempt.objects.count(), Response.objects.count(), ResponseChoice.objects.count()) == (1, 1, 1)


def test_twice_is_fine_and_so_is_before_anything_was_answered(taker):
    for _ in range(2):
        assert taker.client.post(f"{taker.address}stoppen/").status_code == 303


def test_after_it_the_quiz_starts_empty(taker):
    submission = taker.submission(1)
    taker.answer(1, YES, submission=submission)
    taker.explain(1)
    taker.client.post(f"{taker.address}stoppen/")

    assert "U hebt de uitleg al gezien" not in taker.text("1/")
    assert taker.get("1/uitleg/").status_code == 303
    assert taker.answer(2, NO).status_code == 303
    assert Response.objects.count() == 1


def test_after_a_day_it_is_refused_in_kind_words(client, quiz):
    old = Ticket(uuid4(), quiz.current_version.pk, None, timezone.now() - timedelta(hours=25)).signed()

    for method in (client.get, client.post):
        response = method(f"/quiz/codes/{old}/stoppen/")
        assert response.status_code == 410
        assert "Weggooien kan niet meer" in response.content.decode()


def test_what_was_added_to_the_counts_stays(taker):
    taker.answer(1, NO)
    Attempt.objects.update(counted_at=timezone.now())

    assert taker.client.post(f"{taker.address}stoppen/").status_code == 410
    assert taker.answer(2, NO).status_code == 410
    assert Response.objects.count() == 1
