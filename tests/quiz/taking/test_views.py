"""A resident takes a quiz with forms and links alone, and nothing gets lost or told too early."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from campagne.contacts.models import Channel, ReportChannel
from campagne.content.models import QuizIndexPage, QuizPage
from campagne.media.models import Picture
from campagne.quiz.models import Attempt, Question, Response
from campagne.quiz.questions.draft import Option
from campagne.quiz.taking.ticket import Ticket, sign_page
from tests.quiz.conftest import MAYBE, NO, YES, Taker, options, published, quiz_of

pytestmark = pytest.mark.django_db

RTL_AND_ZALGO = "\u202eedoc\u202c Z̴̢̛͈̗a̷̧͝l̶̨̛g̴̢͠o̷͜͠"


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


def test_choosing_nothing_asks_again_and_says_so(taker):
    response = taker.answer(1)
    page = response.content.decode()

    assert response.status_code == 422
    assert "<title>Fout: Vraag 1 van 3" in page
    assert page.count("Kies een antwoord, of kies ‘Weet ik niet’.") == 2
    assert 'href="#antwoord-1"' in page
    assert not Response.objects.exists()


def test_going_back_shows_what_was_chosen(taker):
    taker.answer(2, YES, MAYBE)

    assert re.findall(r'value="([0-9a-f-]{36})" checked', taker.text("2/")) == [str(YES), str(MAYBE)]


def test_every_rendering_has_an_id_of_its_own(taker):
    assert taker.submission(1) != taker.submission(1)


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

    assert response.status_code == 409
    assert "Uw eerste antwoord is bewaard" in response.content.decode()
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


def test_the_overview_shows_what_was_answered_and_not_what_is_right(taker):
    taker.answer(1, YES)
    taker.answer(2, state="dont_know")

    page = taker.text("overzicht/")

    assert "Uw antwoord: Ja" in page
    assert "Weet ik niet" in page
    assert "Nog niet beantwoord" in page
    assert "Geheim" not in page


def test_without_an_answer_there_is_no_end(taker):
    assert "Klaar: bekijk" not in taker.text("overzicht/")
    assert taker.client.post(taker.address + "klaar/")["Location"] == taker.address + "overzicht/"
    assert taker.get("klaar/")["Location"] == taker.address + "overzicht/"


def test_the_end_is_told_in_words(taker):
    taker.answer(1, NO)
    taker.answer(2, state="dont_know")
    taker.answer(3, NO)

    response = taker.client.post(taker.address + "klaar/")
    page = taker.text("klaar/")

    assert (response.status_code, response["Location"]) == (303, taker.address + "klaar/")
    assert "U had 1 van de 2 goed" in page
    assert "Bij 1 vraag wist u het niet" in page
    assert "Daar is geen goed of fout" in page
    assert Attempt.objects.get().finished_at is not None


def test_ending_twice_keeps_the_first_end(taker):
    taker.answer(1, NO)
    taker.client.post(taker.address + "klaar/")
    first = Attempt.objects.get().finished_at

    taker.client.post(taker.address + "klaar/")

    assert Attempt.objects.get().finished_at == first


def test_a_quiz_without_right_and_wrong_gives_no_score(home):
    taker = Taker().start(quiz_of(published(construct="vertrouwen", offer=options())))
    taker.answer(1, YES)
    taker.client.post(taker.address + "klaar/")

    page = taker.text("klaar/")

    assert "U bent klaar" in page
    assert "U had" not in page


def test_the_end_leads_to_help_and_back_to_the_page(quiz, publish, home):
    quiz.channels.add(
        ReportChannel.objects.create(
            name="Politie", slug="politie", code=Channel.POLICE_CALL, phone="0900-8844", purpose="Geen spoed"
        )
    )
    page = publish(QuizIndexPage.objects.child_of(home).get(), QuizPage(title="Codes", summary="Over codes", quiz=quiz))
    taker = Taker().start(quiz, page=sign_page(page.pk))
    taker.answer(1, NO)
    taker.client.post(taker.address + "klaar/")

    text = taker.text("klaar/")

    assert 'data-channel="politie"' in text
    assert f'href="{page.url}"' in text
    assert Attempt.objects.get().page_id == page.pk


def test_the_page_starts_the_quiz_and_says_how_long_it_is(client, quiz, publish, home):
    page = publish(QuizIndexPage.objects.child_of(home).get(), QuizPage(title="Codes", summary="Over codes", quiz=quiz))

    text = client.get(page.url).content.decode()

    assert "3 vragen." in text
    assert f'action="{quiz.start_url}"' in text
    assert f'name="page" value="{sign_page(page.pk)}"' in text


def test_a_page_that_is_gone_does_not_stop_the_answer(quiz):
    taker = Taker().start(quiz, page=sign_page(Page.objects.order_by("-pk").first().pk + 1000))

    assert taker.answer(1, NO).status_code == 303
    assert Attempt.objects.get().page is None


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        pytest.param({"option": str(NO)}, 400, id="no id"),
        pytest.param({"submission": "1", "option": str(NO)}, 400, id="id that is none"),
        pytest.param({"submission": str(uuid4()), "option": "\x00"}, 400, id="NUL byte"),
        pytest.param({"submission": "\x00" * 36, "option": str(NO)}, 400, id="NUL bytes as id"),
        pytest.param({"submission": str(uuid4()), "option": RTL_AND_ZALGO}, 400, id="right to left and zalgo"),
        pytest.param({"submission": str(uuid4()), "option": str(uuid4())}, 400, id="unknown option"),
        pytest.param({"submission": str(uuid4()), "option": [str(YES), str(NO)]}, 400, id="two where one is asked"),
        pytest.param({"submission": str(uuid4()), "option": str(NO), "state": "hacked"}, 400, id="unknown state"),
        pytest.param({"submission": str(uuid4()), "option": "x" * 100_000}, 413, id="100 kB"),
        pytest.param({}, 400, id="nothing at all"),
    ],
)
def test_bad_input_is_refused_in_words_and_leaves_nothing(taker, fields, status):
    response = taker.client.post(f"{taker.address}1/", fields)

    assert response.status_code == status
    assert "<h1>" in response.content.decode()
    assert not Attempt.objects.exists()


def test_an_option_of_another_question_is_refused(home):
    foreign = uuid4()
    taker = Taker().start(quiz_of(published()))

    response = taker.answer(1, foreign)

    assert response.status_code == 400
    assert "hoort niet bij deze vraag" in response.content.decode()


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999"])
def test_a_question_that_does_not_exist_is_not_found(taker, number):
    response = taker.get(f"{number}/")

    assert response.status_code == 404
    assert "Deze quiz heeft 3 vragen" in response.content.decode()


@pytest.mark.parametrize("signed", ["x", "a:b", "%00", "é", "x" * 5000])
def test_a_forged_address_is_not_found(client, quiz, signed):
    assert client.get(f"/quiz/codes/{signed}/1/").status_code == 404


def test_the_ticket_of_another_quiz_is_not_found(taker):
    quiz_of(published("Iets anders?"), slug="anders")

    assert taker.client.get(taker.address.replace("/codes/", "/anders/") + "1/").status_code == 404


def test_a_ticket_of_yesterday_is_gone(client, quiz):
    old = Ticket(uuid4(), quiz.current_version.pk, None, timezone.now() - timedelta(hours=25)).signed()

    for screen in ("1/", "1/uitleg/", "overzicht/", "klaar/"):
        assert client.get(f"/quiz/codes/{old}/{screen}").status_code == 410
    assert client.post(f"/quiz/codes/{old}/1/", {"submission": uuid4(), "option": NO}).status_code == 410


def test_a_ticket_for_a_version_that_is_gone(client, quiz):
    gone = Ticket(uuid4(), 999_999, None, timezone.now()).signed()

    assert client.get(f"/quiz/codes/{gone}/1/").status_code == 410


def test_an_option_that_came_with_a_later_version_is_refused(quiz, taker):
    question = Question.objects.get(stem="Geeft u de code?")
    late = uuid4()
    question.offer([*question.draft().options[:2], Option(late, "Later")])
    question.save_revision().publish()

    assert taker.answer(1, late).status_code == 400
    assert taker.answer(1, NO).status_code == 303


def test_a_quiz_without_questions_cannot_start(client, home):
    response = client.post(quiz_of(slug="leeg").start_url)

    assert response.status_code == 404
    assert "nog geen vragen" in response.content.decode()


def test_a_quiz_that_does_not_exist_is_not_found(client, home):
    assert client.post("/quiz/bestaat-niet/start/").status_code == 404


def test_a_forged_page_does_not_start(client, quiz):
    assert client.post(quiz.start_url, {"page": "12:vals"}).status_code == 400


@pytest.mark.parametrize(("method", "screen"), [("get", "start"), ("put", "1/"), ("post", "overzicht/")])
def test_other_methods_are_refused_in_words(client, quiz, taker, method, screen):
    address = quiz.start_url if screen == "start" else taker.address + screen

    response = getattr(client, method)(address)

    assert response.status_code == 405
    assert response["Allow"]
    assert "<h1>" in response.content.decode()


def test_another_site_cannot_post_an_answer(taker):
    client = Client(headers={"Origin": "https://elders.example"})

    assert client.post(f"{taker.address}1/", {"submission": uuid4(), "option": NO}).status_code == 403


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
    assert max(counts[0]) <= 12


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
