from html import unescape
from urllib.parse import unquote

import pytest
from icalendar import Calendar

from campagne.action_plan.answers import Answer, Answers
from campagne.action_plan.letter import LONGEST
from campagne.action_plan.link import token_of
from campagne.action_plan.models import PlanAct, PlanQuestion, PlanRole
from campagne.action_plan.visit import Visit
from tests.action_plan.conftest import QUESTIONS, an_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(home, shop) -> Visit:
    """Somebody who has no back-up, does not know about updates, and lets nothing."""
    visit = Visit.begin("winkel")
    for question, told in zip(visit.questions, (Answer.NO, Answer.UNKNOWN, Answer.NOT_FOR_ME), strict=True):
        visit = visit.with_answer(question, told)
    return visit


def text_of(answered) -> str:
    return unescape(answered.content.decode())


def test_somebody_chooses_who_they_are_and_the_page_can_be_kept_for_everybody(client, home, shop):
    chosen, begun = client.get("/actieplan/"), client.get("/actieplan/winkel/")

    assert 'href="/actieplan/winkel/"' in text_of(chosen)
    assert "3 vragen" in text_of(begun)
    assert Visit.begin("winkel").url("question", 1) in text_of(begun)
    assert "no-store" not in chosen.headers.get("Cache-Control", "") + begun.headers.get("Cache-Control", "")


def test_without_roles_it_says_so(client, home):
    assert "Er is nog geen actieplan" in text_of(client.get("/actieplan/"))


@pytest.mark.parametrize("path", ["/actieplan/bestaat-niet/", "/actieplan/mijn/"])
def test_a_role_that_is_not_there_is_not_found(client, home, path):
    assert client.get(path).status_code == 404


def test_a_plan_of_a_role_that_was_closed_is_gone(client, made):
    PlanRole.objects.update(is_open=False)

    assert client.get(made.url("plan")).status_code == 410
    assert client.get("/actieplan/winkel/").status_code == 410
    assert "winkel" not in text_of(client.get("/actieplan/")).split("<main")[1]


def test_the_plan_names_the_acts_with_all_that_is_needed(client, made):
    page = text_of(client.get(made.url("plan")))

    assert page.index("Zet updates aan") < page.index("Maak een back-up"), "the same effect, but less time"
    assert "Weet wie er huurt" not in page
    for needed in ("60 minuten", "Kan geld kosten", "Doet mijn IT'er", "Doe het.", "Nagekeken op 24 november 2026"):
        assert needed in page
    assert "U hebt al 1 ding geregeld" in page
    assert made.link in page


def test_the_plan_can_be_opened_again_and_is_kept_nowhere(client, made):
    first, again = client.get(made.url("plan")), client.get(made.url("plan"))

    assert first.content == again.content
    assert first.headers["Cache-Control"] == "no-store"


def test_more_than_five_acts_wait_their_turn(client, home, shop):
    for number in range(4):
        PlanQuestion.objects.create(role=shop, sort_order=9, text=f"Ook {number}?", act=an_act(f"Doe ook {number}"))
    visit = Visit.begin("winkel")
    for question in visit.questions:
        visit = visit.with_answer(question, Answer.NO)

    page = text_of(client.get(visit.url("plan")))

    assert page.count('class="step__title"') == 5
    assert "Daarna zijn er nog 2 acties" in page


def test_who_arranged_everything_hears_so_and_has_nothing_to_plan(client, made):
    for question in made.questions:
        made = made.with_answer(question, Answer.YES)

    page = text_of(client.get(made.url("plan")))

    assert "U hebt alles geregeld" in page
    assert "agenda" not in page
    assert client.get(made.url("calendar")).status_code == 303


def test_half_a_plan_says_what_is_open(client, home, shop):
    visit = Visit.begin("winkel")
    half = visit.with_answer(visit.questions[0], Answer.NO)

    page = text_of(client.get(half.url("plan")))

    assert "2 vragen hebben nog geen antwoord" in page
    assert half.url("question", 2) in page
    assert client.get(visit.url("plan")).status_code == 303, "without an answer there is no plan"


def test_a_plan_of_older_questions_keeps_what_holds(client, made):
    PlanQuestion.objects.filter(text=QUESTIONS[1]).update(text="Gaan alle updates vanzelf?")

    page = text_of(client.get(made.url("plan")))

    assert "De vragen zijn veranderd" in page
    assert "Maak een back-up" in page
    assert "Zet updates aan" not in page
    assert "1 vraag heeft nog geen antwoord" in page


def test_a_plan_of_which_nothing_holds_is_gone_and_says_where_to_begin(client, home, shop):
    old = token_of("winkel", Answers(1, {1: Answer.NO}))

    answered = client.get(f"/actieplan/mijn/winkel/{old}/")

    assert answered.status_code == 410
    assert "Begin opnieuw" in text_of(answered)
    assert answered.headers["Cache-Control"] == "no-store"


def test_the_letter_asks_the_helper_for_what_the_helper_does(client, made):
    page = text_of(client.get(made.url("plan")))
    letter = page.split('href="mailto:')[1].split('"')[0]

    assert len(letter) + len("mailto:") <= LONGEST
    assert "1. Zet updates aan (ongeveer 20 minuten)\r\n- Kijk." in unquote(letter)
    assert made.link in unquote(letter)


def test_who_has_no_helper_does_everything_and_sends_no_letter(client, made):
    PlanRole.objects.update(helper="")

    page = text_of(client.get(made.url("plan")))

    assert "mailto:" not in page
    assert page.count("Doe ik") == 2


def test_the_calendar_file_holds_each_act_once_under_a_name_that_stays(client, made):
    answered = client.get(made.url("calendar"))
    events = Calendar.from_ical(answered.content).walk("VEVENT")

    assert answered.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answered.headers["Cache-Control"] == "no-store"
    assert [str(event["summary"]) for event in events] == ["Zet updates aan", "Maak een back-up"]
    act = PlanAct.objects.get(title="Zet updates aan")
    assert str(events[0]["uid"]) == f"actieplan-winkel-{act.pk}@localhost"


def test_a_plan_takes_few_queries(client, made, django_assert_max_num_queries):
    client.get(made.url("plan"))

    with django_assert_max_num_queries(8):
        client.get(made.url("plan"))
