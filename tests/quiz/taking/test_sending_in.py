"""An answer that is sent in is kept once and then explained; what counts is what came before the explanation."""

import re
from uuid import uuid4

import pytest
from wagtail.models import Page

from campagne.quiz.models import Attempt, Response
from campagne.quiz.taking.ticket import sign_page
from tests.quiz.conftest import MAYBE, NO, YES, Taker

pytestmark = pytest.mark.django_db


def test_an_answer_is_kept_and_then_explained(taker):
    response = taker.answer(1, YES)
    page = taker.explain(1)

    assert (response.status_code, response["Location"]) == (303, taker.address + "1/uitleg/")
    assert Response.objects.get().is_right is False
    for words in ("Nog niet goed", "Uw antwoord", "Geheim: geef nooit een code.", "Geheime uitleg bij Nee"):
        assert words in page
    assert taker.address + "2/" in page


@pytest.mark.parametrize(
    ("number", "chosen", "words"),
    [
        pytest.param(1, [NO], "Goed", id="right"),
        pytest.param(2, [YES], "Bijna goed", id="partly right"),
        pytest.param(2, [YES, MAYBE], "Goed", id="all right ones"),
        pytest.param(2, [NO], "Nog niet goed", id="wrong"),
        pytest.param(3, [NO], "Dank u wel", id="nothing to mark"),
    ],
)
def test_the_verdict_fits_the_answer(taker, number, chosen, words):
    taker.answer(number, *chosen)

    assert f'<h2 class="feedback__word">{words}</h2>' in taker.explain(number)


def test_nothing_of_an_intention_is_called_right_or_wrong(taker):
    taker.answer(3, YES)

    assert not re.search(r">(Goed|Niet goed|Nog niet goed)<", taker.explain(3))


def test_not_knowing_is_an_answer_of_its_own(taker):
    taker.answer(1, state="dont_know")

    assert Response.objects.get().is_right is None
    assert "Goed dat u het zegt" in taker.explain(1)


def test_skipping_goes_on_and_keeps_the_explanation_for_later(taker):
    response = taker.answer(1, state="skipped")

    assert response["Location"] == taker.address + "2/"
    assert taker.get("1/uitleg/")["Location"] == taker.address + "1/"


def test_an_explanation_is_not_for_who_did_not_answer(taker):
    response = taker.get("1/uitleg/")

    assert (response.status_code, response["Location"]) == (303, taker.address + "1/")


def test_the_same_post_again_is_one_answer(taker):
    submission = taker.submission(1)

    once, twice = (taker.answer(1, NO, submission=submission) for _ in range(2))

    assert (once.status_code, once["Location"]) == (twice.status_code, twice["Location"])
    assert Response.objects.count() == 1


@pytest.mark.parametrize(
    ("number", "body"),
    [
        pytest.param(1, {"option": [str(YES)]}, id="another option"),
        pytest.param(1, {"state": "dont_know"}, id="another state"),
        pytest.param(2, {"option": [str(NO)]}, id="another question"),
    ],
)
def test_another_body_under_the_same_id_is_refused(taker, number, body):
    submission = str(uuid4())
    taker.answer(1, NO, submission=submission)

    response = taker.client.post(f"{taker.address}{number}/", {"submission": submission, **body})

    page = response.content.decode()
    assert response.status_code == 409
    assert "Uw eerste antwoord is bewaard" in page
    assert f"<title>Fout: Vraag {number} van 3" in page
    assert submission not in page
    assert [choice.option.key for choice in Response.objects.get().choices.all()] == [NO]


def test_somebody_elses_id_is_refused(quiz, taker):
    submission = str(uuid4())
    taker.answer(1, NO, submission=submission)

    assert Taker().start(quiz).answer(1, NO, submission=submission).status_code == 409


def test_a_changed_mind_counts_until_the_explanation_was_seen(taker):
    taker.answer(1, YES)
    taker.answer(1, NO)
    assert Response.objects.counting().get().is_right is True

    taker.explain(1)
    taker.answer(1, YES)

    assert Response.objects.count() == 3
    assert Response.objects.counting().get().is_right is True
    assert "Uw eerste antwoord op deze vraag telt" in taker.explain(1)
    assert "U hebt de uitleg al gezien" in taker.text("1/")


def test_skipping_after_an_answer_does_not_open_the_key(taker):
    taker.answer(1, YES)
    taker.answer(1, state="skipped")

    assert taker.get("1/uitleg/").status_code == 303

    taker.answer(1, NO)
    assert Response.objects.counting().get().is_right is True


def test_a_page_that_is_gone_does_not_stop_the_answer(quiz):
    taker = Taker().start(quiz, page=sign_page(Page.objects.order_by("-pk").first().pk + 1000))

    assert taker.answer(1, NO).status_code == 303
    assert Attempt.objects.get().page is None
