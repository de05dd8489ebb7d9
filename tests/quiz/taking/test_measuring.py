"""A quiz that measures tells nothing before the last measuring is over: looked at as a browser gets it."""

import re

import pytest

from campagne.quiz.models import Attempt, QuizPart, Response
from tests.quiz.conftest import NO, YES, Taker, options, published, quiz_of
from tests.quiz.measured import (
    AFTER,
    BEFORE,
    LESSON,
    PRACTICE,
    STEMS,
    answer_all,
    beginning,
    through_the_lesson,
)

pytestmark = pytest.mark.django_db
SECRETS = ("Geheim: ", "Geheime uitleg", "data-verdict", "data-standing", "is_right", "outcome")


@pytest.fixture
def taker(home):
    return beginning(home)


def test_the_parts_come_in_their_order_and_are_called_parts(taker):
    assert "Welkom" in taker.text("1/")
    assert "Onderdeel 1 van 9" in taker.text("1/")
    assert answer_all(taker, BEFORE, YES) == "vooraf/"
    assert "Geef nooit een code." in taker.text(f"{LESSON}/")
    assert taker.answer(PRACTICE, NO)["Location"].endswith(f"/{PRACTICE}/uitleg/")
    assert "Geheim: " in taker.explain(PRACTICE)
    assert answer_all(taker, AFTER, NO) == "achteraf/"


def test_the_end_of_each_measuring_says_what_comes_next(taker):
    answer_all(taker, BEFORE, YES)
    before = taker.text("vooraf/")
    taker.get(f"{LESSON}/")
    answer_all(taker, AFTER, YES)
    after = taker.text("achteraf/")

    assert "Dit waren de vragen vooraf" in before
    assert f'href="{taker.address}{LESSON}/"' in before
    assert "Bekijk wat goed is" not in before
    assert "Dit waren de laatste vragen" in after
    assert f'action="{taker.address}achteraf/"' in after


def test_what_is_to_be_read_or_talked_about_or_voted_on_is_shown_as_that(home):
    vote = published("Zou u het melden?", construct="meldintentie", offer=options())
    quiz = quiz_of(slug="praten")
    quiz.parts = [
        QuizPart(block="info", text="Lees dit."),
        QuizPart(block="discuss", text="Met wie?", sort_order=1),
        QuizPart(block="vote", question=vote, sort_order=2),
    ]
    quiz.save()
    taker = Taker().start(quiz)

    assert "Denk hier even over na" not in taker.text("1/")
    assert "Denk hier even over na" in taker.text("2/")
    assert "Hier is geen goed of fout" in taker.text("3/")
    assert taker.answer(3, YES)["Location"] == f"{taker.address}overzicht/"
    assert taker.get("3/uitleg/").status_code == 303
    assert Response.objects.get().is_right is None


def test_before_and_afterwards_ask_the_same_in_another_order(taker):
    answer_all(taker, BEFORE, state="skipped")

    before, after = (
        [next(stem for stem in STEMS if stem in taker.text(f"{number}/")) for number in numbers]
        for numbers in (BEFORE, AFTER)
    )

    assert sorted(before) == sorted(after) == sorted(STEMS)
    assert before != after


def test_no_screen_tells_what_is_right_before_the_last_measuring_is_closed(taker):
    """Every screen there is, after every step, except the explanation of the question to practise."""
    seen = []

    def look():
        screens = [f"{n}/{more}" for n in (*BEFORE, *AFTER) for more in ("", "uitleg/")]
        for screen in (*screens, "vooraf/", "achteraf/", "overzicht/", "klaar/", "stoppen/"):
            seen.append(taker.client.get(taker.address + screen, follow=True).content.decode())

    look()
    for number in BEFORE:
        seen.append(taker.answer(number, NO).content.decode())
        look()
    for number in (*AFTER, *BEFORE):
        seen.append(taker.answer(number, YES).content.decode())
        look()

    told = "".join(seen)
    assert [secret for secret in SECRETS if secret in told] == []
    rows = re.findall(r'<label class="choice".*?</label>', told, re.DOTALL)
    assert len({re.sub(r"[0-9a-f-]{36}|antwoord-\d|>[A-Z]\w+<| checked", "", row) for row in rows}) == 2


def test_after_closing_one_screen_tells_of_every_question_what_was_right(taker):
    through_the_lesson(taker)
    answer_all(taker, AFTER, NO)
    taker.client.post(f"{taker.address}achteraf/")

    page = taker.text("achteraf/")

    assert sorted(STEMS, key=page.index) == list(STEMS)
    assert page.count("Geheim: geef nooit een code.") == 3
    assert "Dit hebt u geleerd" in page
    assert "Eerst had u het goed" not in page
    assert "Dank u wel. Hier is geen goed of fout" in page
    assert Response.objects.filter(feedback_shown_at=None).count() == 0


def test_the_end_tells_what_was_right_before_and_afterwards(taker):
    through_the_lesson(taker)
    taker.answer(PRACTICE, NO)
    answer_all(taker, AFTER, NO)

    response = taker.client.post(f"{taker.address}klaar/")
    page = taker.text("klaar/")

    assert response["Location"].endswith("/klaar/")
    assert "U had 2 van de 3 goed" in page
    assert "Van de 2 vragen die u twee keer kreeg, had u er vooraf 0 goed en achteraf 1" in page
    assert Attempt.objects.get().post_closed_at is not None


@pytest.mark.parametrize("number", [LESSON, PRACTICE, *AFTER])
def test_what_follows_waits_for_every_question_before(taker, number):
    taker.answer(2, YES)

    shown = taker.get(f"{number}/")

    assert (shown.status_code, shown["Location"]) == (303, taker.address + "3/")
    assert Attempt.objects.get().pre_closed_at is None


@pytest.mark.parametrize("number", [PRACTICE, *AFTER])
def test_an_answer_that_comes_too_early_is_refused_in_words(taker, number):
    taker.answer(2, YES)

    response = taker.answer(number, NO)

    assert response.status_code == 409
    assert "Deze vraag komt later" in response.content.decode()
    assert Response.objects.count() == 1


@pytest.mark.parametrize("screen", ["achteraf/", "klaar/"])
def test_the_end_waits_for_every_question_afterwards(taker, screen):
    through_the_lesson(taker)
    answer_all(taker, AFTER[:2], NO)

    taker.client.post(taker.address + screen)

    attempt = Attempt.objects.get()
    assert (attempt.post_closed_at, attempt.finished_at) == (None, None)
    assert "Naar de vraag die nog open is" in taker.text("achteraf/")
    assert taker.get("klaar/")["Location"].endswith("/overzicht/")


def test_nothing_is_answered_where_nothing_is_asked(taker):
    response = taker.answer(1, NO)

    assert response.status_code == 404
    assert not Attempt.objects.exists()


def test_the_overview_says_when_and_tells_skipped_from_not_reached(taker):
    taker.answer(2, YES)
    taker.answer(4, state="dont_know")

    page = taker.text("overzicht/")

    assert "Vooraf. Uw antwoord: Ja" in page
    assert "Vooraf. Overgeslagen" in page
    assert "Vooraf. Weet ik niet" in page
    assert page.count("Achteraf. Nog niet beantwoord") == 3
    assert not re.search(rf'href="[^"]*/{AFTER[0]}/"', page)
    assert f'href="{taker.address}3/"' in page
