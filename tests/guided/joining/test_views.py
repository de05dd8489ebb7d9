"""Coming in with a browser that only follows forms and links, from one address as in a library."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from campagne.guided.joining.networks import CODES
from campagne.guided.joining.seats import make_seats
from campagne.guided.leading.acting import Action
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.ticket import ticket_of_card
from campagne.guided.models import GuidedSession, Participant, WrongCodes
from campagne.guided.taking_part.presence import presence_of
from tests.quiz.at_once import at_once

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = "203.0.113.5", "198.51.100.9"


def types(code: str, seat: str = "", network: str = HERE):
    return Client(REMOTE_ADDR=network).post("/meedoen/", {"code": code, "kaart": seat})


def another(code: str) -> str:
    return code[:-1] + ("3" if code[-1] != "3" else "4")


def text_of(response) -> str:
    return response.content.decode()


def test_a_code_as_people_type_it_lets_somebody_in(running):
    code = running.session.code

    response = types(f" {code[:2]} {code[2:4]}-{code[4:]} ")

    assert response.status_code == 303
    assert "U doet mee" in text_of(Client().get(response["Location"]))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        pytest.param("", "Typ de zes cijfers", id="nothing"),
        pytest.param("12 34 5", "‘12 34 5’", id="five digits"),
        pytest.param("hallo", "‘hallo’", id="a word"),
    ],
)
def test_what_is_no_code_is_told_and_stays_in_the_form(home, code, words):
    response = types(code)

    assert response.status_code == 422
    assert words in text_of(response)
    assert f'value="{code}"' in text_of(response)


def test_a_code_that_does_not_exist_and_one_whose_door_is_shut_get_the_same_answer(running):
    code = running.session.code
    GuidedSession.objects.update(joining_until=timezone.now())

    shut, wrong = types(code), types(another(code))

    assert shut.status_code == wrong.status_code == 422
    assert text_of(shut).replace(code, "") == text_of(wrong).replace(another(code), "")


def test_a_card_comes_in_by_its_number_also_when_the_door_is_shut(running):
    seat, other = make_seats(running.session, 2)
    code = running.session.code
    assert types(code, seat.digits).status_code == 303
    GuidedSession.objects.update(joining_until=timezone.now())

    again = types(code, seat.digits)

    assert (again.status_code, again["Location"]) == (303, f"/meedoen/kaart/{seat.key}/")
    assert types(code, other.digits).status_code == 303
    assert Participant.objects.count() == 2


@pytest.mark.parametrize("number", ["12", "12345", "00000"])
def test_a_number_that_is_on_no_card_of_this_lesson_is_told_and_nothing_is_lost(running, number):
    make_seats(running.session, 1)
    code = running.session.code

    response = types(code, number)

    assert response.status_code == 422
    assert f'value="{code}"' in text_of(response)
    assert Participant.objects.count() == 0
    assert types(code).status_code == 303


def test_thirty_people_behind_one_address_come_in_while_somebody_there_guesses(running):
    code = running.session.code
    assert types(code).status_code == 303
    guessed = [types(another(code)).status_code for _ in range(CODES.burst + 5)]

    came = [types(code).status_code for _ in range(29)]

    assert guessed == [422] * CODES.burst + [429] * 5
    assert came == [303] * 29
    assert types(code).status_code == 409  # all thirty places are taken


def test_while_the_whole_site_is_guessed_at_a_room_with_somebody_in_it_goes_on(running):
    code = running.session.code
    types(code)
    for number in range(40):
        types(another(code), network=f"192.0.2.{number}")

    assert types(code, network=ELSEWHERE).status_code == 429
    assert types(code).status_code == 303
    assert WrongCodes.objects.count() == 1
    assert Client().post(f"/meedoen/les/{running.session.join_key}/").status_code == 303


def test_the_room_of_who_leads_comes_in_also_when_the_site_was_guessed_at_before(running):
    card, _ = make_card(running.session, timezone.now())
    Client(REMOTE_ADDR=HERE).get(ticket_of_card(card, timezone.now()).url())
    for number in range(40):
        types(another(running.session.code), network=f"192.0.2.{number}")

    assert types(running.session.code).status_code == 303


def test_no_address_is_kept(running):
    from campagne.guided.joining.networks import networks

    types(running.session.code)
    types("123123")

    assert HERE not in repr(vars(networks))
    assert len(networks._inside) == 1


def test_eight_equal_browsers_behind_one_address_are_eight_participants(running):
    for _ in range(8):
        browser = Client(REMOTE_ADDR=HERE, headers={"user-agent": "Oude tablet"})
        browser.get(browser.post("/meedoen/", {"code": running.session.code})["Location"])

    assert presence_of(running.session).present == 8
    assert len({str(pk) for pk in Participant.objects.values_list("pk", flat=True)}) == 8


def test_a_look_at_a_link_or_a_card_takes_no_part(running):
    [seat] = make_seats(running.session, 1)

    for address in (f"/meedoen/les/{running.session.join_key}/", f"/meedoen/kaart/{seat.key}/", "/meedoen/"):
        response = Client().get(address)
        assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
        assert not response.cookies

    assert Participant.objects.count() == 0


def test_a_link_pressed_twice_is_one_participant(running):
    address = f"/meedoen/les/{running.session.join_key}/"
    place = re.search(r'name="plaats" value="([^"]+)"', text_of(Client().get(address)))[1]

    first, second = (Client().post(address, {"plaats": place})["Location"] for _ in range(2))

    assert first == second
    assert Participant.objects.count() == 1


def test_a_card_in_use_asks_and_then_moves(running):
    [seat] = make_seats(running.session, 1)
    address = f"/meedoen/kaart/{seat.key}/"
    old = Client().post(address)["Location"]

    asked = Client().post(address)
    moved = Client().post(address, {"ga": "verder"})

    assert asked.status_code == 409
    assert "al in gebruik" in text_of(asked)
    assert "al in gebruik" in text_of(Client().get(address))
    assert moved.status_code == 303
    assert Client().get(old).status_code == 410
    assert "ander apparaat" in text_of(Client().get(old))


@pytest.mark.parametrize("state", ["planned", "paused", "closed"])
def test_who_comes_too_early_or_too_late_reads_what_to_do(planned, state):
    [seat] = make_seats(planned.session, 1)
    if state != "planned":
        planned.does(Action.START, Action.PAUSE)
    if state == "closed":
        planned.does(Action.FINISH)

    for address in (f"/meedoen/les/{planned.session.join_key}/", f"/meedoen/kaart/{seat.key}/"):
        assert Client().get(address).status_code == 200
        assert Client().post(address).status_code in {409, 410}


@pytest.mark.parametrize("address", ["/meedoen/les/ABCDEFGH2345/", "/meedoen/kaart/ABCDEFGH2345/"])
def test_a_key_that_nobody_made_is_told_kindly(home, address):
    response = Client().get(address)

    assert response.status_code == 404
    assert "kennen we niet" in text_of(response)
    assert "/meedoen/" in text_of(response)


def test_the_door_that_is_opened_again_lets_in_who_is_late(running):
    code = running.session.code
    GuidedSession.objects.update(joining_until=timezone.now())
    assert types(code).status_code == 422

    running.does(Action.LET_IN)

    assert types(code).status_code == 303


@pytest.mark.django_db(transaction=True)
def test_thirty_who_type_the_code_at_the_same_moment_all_come_in(transactional_db, request):
    running = request.getfixturevalue("running")
    code = running.session.code

    statuses = at_once(*[lambda: types(code).status_code] * 30)

    assert statuses == [303] * 30
    assert Participant.objects.count() == 30
