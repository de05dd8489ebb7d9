import re
from html import unescape

import pytest

from campagne.action_plan.models import PlanQuestion
from campagne.action_plan.visit import Visit
from tests.action_plan.conftest import QUESTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(home, shop) -> str:
    """The address of the first question."""
    return Visit.begin("winkel").url("question", 1)


def mark_in(page) -> str:
    return re.search(r'name="question" value="(\d+)"', page.content.decode())[1]


def answer(client, address: str, chosen: str):
    """Answer the question at this address; give what the browser is sent to."""
    return client.post(address, {"question": mark_in(client.get(address)), "answer": chosen})


def test_a_question_says_where_one_is_and_has_a_way_back(client, first):
    page = client.get(first).content.decode()

    assert "Vraag 1 van 3" in page
    assert QUESTIONS[0] in page
    assert 'href="/actieplan/winkel/"' in page
    assert re.findall(r'name="answer" value="([\w-]+)"', page) == ["yes", "no", "unknown"]


def test_each_answer_leads_to_the_next_question_and_the_last_to_the_overview(client, first):
    second = answer(client, first, "no")
    third = answer(client, second.url, "unknown")
    last = answer(client, third.url, "not-for-me")

    assert [each.status_code for each in (second, third, last)] == [303, 303, 303]
    assert second.url.endswith("/vraag/2/")
    assert last.url.endswith("/overzicht/")
    page = unescape(client.get(last.url).content.decode())
    assert "Uw antwoord: Nee" in page
    assert "Uw antwoord: Weet ik niet" in page
    assert "Uw antwoord: Ik verhuur niets" in page


def test_a_changed_answer_goes_back_to_the_overview_and_the_old_address_stays_what_it_was(client, first):
    whole = answer(client, answer(client, answer(client, first, "no").url, "no").url, "no").url
    again = whole.replace("overzicht/", "vraag/2/")
    assert "checked" in client.get(again).content.decode()

    changed = answer(client, again, "yes")

    assert changed.url.endswith("/overzicht/")
    assert client.get(changed.url).content.decode().count("Uw antwoord: Nee") == 2
    assert client.get(whole).content.decode().count("Uw antwoord: Nee") == 3


def test_nothing_chosen_is_asked_once_more(client, first):
    page = client.post(first, {"question": mark_in(client.get(first))})

    assert page.status_code == 422
    assert "<title>Fout: Vraag 1 van 3" in page.content.decode()
    assert page.content.decode().count("Weet u het niet?") == 2


@pytest.mark.parametrize(
    ("path", "method", "fields", "status"),
    [
        pytest.param("vraag/1/", "post", {"answer": "misschien"}, 400, id="an answer that is not offered"),
        pytest.param(
            "vraag/1/", "post", {"answer": "not-for-me"}, 400, id="it does not apply, where that is not offered"
        ),
        pytest.param("vraag/1/", "post", {"answer": "yes", "question": "12"}, 409, id="to a question of before"),
        pytest.param("vraag/0/", "get", {}, 404, id="before the first"),
        pytest.param("vraag/4/", "get", {}, 404, id="after the last"),
        pytest.param("overzicht/", "post", {}, 405, id="a post to what is only read"),
    ],
)
def test_what_no_form_of_ours_sends_is_refused_in_words(client, first, path, method, fields, status):
    address = first.replace("vraag/1/", path)
    fields = {"question": mark_in(client.get(first)), **fields}

    answered = getattr(client, method)(address, fields)

    assert answered.status_code == status
    assert answered.headers["Cache-Control"] == "no-store"
    assert "<h1" in answered.content.decode()


@pytest.mark.parametrize("broken", ["A", "AAAAAAAAAAAAAA", "é", "A" * 100])
def test_a_broken_or_forged_address_gets_a_kind_page(client, first, broken):
    answered = client.get(f"/actieplan/mijn/winkel/{broken}/vraag/1/")

    assert answered.status_code in {400, 404}
    assert "aak het plan opnieuw" in answered.content.decode()


def test_a_post_from_another_site_is_refused(client, first):
    assert client.post(first, {"answer": "yes"}, headers={"origin": "https://elders.nl"}).status_code == 403


def test_screens_with_answers_are_kept_nowhere(client, first):
    page = client.get(first)

    assert page.headers["Cache-Control"] == "no-store"
    assert 'name="robots" content="noindex"' in page.content.decode()
    assert not page.cookies


def test_when_a_question_changes_on_the_way_the_rest_is_kept_and_it_is_said(client, first):
    third = answer(client, answer(client, first, "no").url, "no").url
    PlanQuestion.objects.filter(text=QUESTIONS[1]).update(text="Gaan alle updates vanzelf?")

    page = client.get(third).content.decode()
    following = answer(client, third, "yes")

    assert "De vragen zijn veranderd" in page
    assert following.url.endswith("/vraag/2/"), "the changed question is asked again"
    overview = client.get(following.url.replace("vraag/2/", "overzicht/")).content.decode()
    assert overview.count("Uw antwoord:") == 2
    assert "De vragen zijn veranderd" not in overview
