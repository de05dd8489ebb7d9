"""One question on a screen: what it shows of an earlier answer, and nothing that is told too early."""

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file

from campagne.content.models import QuizIndexPage, QuizPage
from campagne.media.models import Picture
from campagne.quiz.models import Attempt, Response
from campagne.quiz.questions.draft import Option
from campagne.quiz.taking.ticket import sign_page
from tests.quiz.conftest import MAYBE, NO, YES, Taker, options, published, quiz_of

pytestmark = pytest.mark.django_db


def test_starting_makes_nothing_and_leads_to_the_first_question(taker):
    response = taker.get("1/")

    assert response.status_code == 200
    assert not Attempt.objects.exists()
    assert "Vraag 1 van 3" in response.content.decode()


def test_no_screen_sets_a_cookie_or_may_be_kept(taker):
    taker.answer(1, NO)
    taker.client.post(taker.address + "klaar/")

    for screen in ("1/", "1/uitleg/", "overzicht/", "klaar/", "9/"):
        response = taker.get(screen)
        assert response["Cache-Control"] == "no-store", screen
        assert not response.cookies, screen


def test_a_question_does_not_tell_what_is_right(taker):
    page = taker.text("1/")

    assert "Geheim" not in page
    assert "is_right" not in page
    assert not re.search(r'class="outcome|data-standing|data-verdict', page)
    rows = re.findall(r'<label class="choice".*?</label>', page, re.DOTALL)
    assert len({re.sub(r"[0-9a-f-]{36}|antwoord-\d|>[A-Z]\w+<", "", row) for row in rows}) == 1


def test_going_back_shows_what_was_chosen(taker):
    taker.answer(2, YES, MAYBE)

    assert re.findall(r'value="([0-9a-f-]{36})" checked', taker.text("2/")) == [str(YES), str(MAYBE)]


def test_every_rendering_has_an_id_of_its_own(taker):
    assert taker.submission(1) != taker.submission(1)


def test_choosing_nothing_asks_again_and_says_so(taker):
    response = taker.answer(1)
    page = response.content.decode()

    assert response.status_code == 422
    assert "<title>Fout: Vraag 1 van 3" in page
    assert page.count("Kies een antwoord, of kies ‘Weet ik niet’.") == 2
    assert 'href="#antwoord-1"' in page
    assert not Response.objects.exists()


def test_the_page_starts_the_quiz_and_says_how_long_it_is(client, quiz, publish, home):
    page = publish(QuizIndexPage.objects.child_of(home).get(), QuizPage(title="Codes", summary="Over codes", quiz=quiz))

    text = client.get(page.url).content.decode()

    assert "3 vragen." in text
    assert f'action="{quiz.start_url}"' in text
    assert f'name="page" value="{sign_page(page.pk)}"' in text


def test_a_question_takes_as_many_queries_however_long_it_is(home):
    counts = []
    for many in (2, 6):
        offer = [*options(NO), *(Option(uuid4(), f"Optie {n}") for n in range(3))][:many]
        questions = [published(f"Vraag {n} van {many}?", offer=offer) for n in range(many)]
        taker = Taker().start(quiz_of(*questions, slug=f"quiz-van-{many}"))
        taker.answer(1, NO)
        taker.explain(1)
        counts.append([queries_of(taker, screen) for screen in ("1/", "1/uitleg/", "overzicht/")])

    assert counts[0] == counts[1]
    # One of them asks what is told of incidents.
    assert max(counts[0]) <= 13


def test_a_question_with_a_picture_stays_within_twelve_queries(home):
    picture = Picture.objects.create(title="Brief", description="Een brief", file=get_test_image_file(size=(960, 640)))
    taker = Taker().start(quiz_of(published(picture=picture)))
    taker.text("1/")

    assert "Een brief" in taker.text("1/")
    assert queries_of(taker, "1/") <= 12


def queries_of(taker: Taker, screen: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        taker.get(screen)
    return len(queries)
