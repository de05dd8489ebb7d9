from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.guided.codes import LETTERS, SECRET_LENGTH, in_fours
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.ticket import VALID_FOR, ticket_of_card
from tests.guided.leading.conftest import text_of

pytestmark = pytest.mark.django_db


def test_the_secret_of_a_card_opens_its_lesson_and_leaves_no_cookie(client, planned):
    _, secret = make_card(planned.session, timezone.now())

    opened = client.post("/begeleiden/", {"code": in_fours(secret).lower()})
    screen = client.get(opened["Location"])

    assert (opened.status_code, screen.status_code) == (303, 200)
    assert "Start de les" in text_of(screen)
    assert opened["Cache-Control"] == screen["Cache-Control"] == "no-store"
    assert not client.cookies
    assert secret not in opened["Location"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("ABC", "Dit is geen code", id="no secret at all"),
        pytest.param("ABCD-EFGH-JKLM", "Bij deze code hoort geen kaart", id="of no card"),
        pytest.param("<b>\x00" + "x" * 500, "Dit is geen code", id="rubbish"),
    ],
)
def test_a_wrong_secret_is_told_kindly_and_stays_to_be_mended(client, home, typed, words):
    refused = client.post("/begeleiden/", {"code": typed})

    assert refused.status_code == 400
    assert words in text_of(refused)
    assert "<title>Fout: " in refused.content.decode()
    if len(typed) < 20:
        assert f'value="{typed}"' in refused.content.decode()


def test_a_card_that_was_withdrawn_opens_nothing_and_ends_what_it_opened(client, planned):
    card, secret = make_card(planned.session, timezone.now())
    address = client.post("/begeleiden/", {"code": secret})["Location"]
    card.revoked_at = timezone.now()
    card.save()

    assert client.post("/begeleiden/", {"code": secret}).status_code == 400
    assert client.get(f"/begeleiden/kaart/{secret}/").status_code == 404
    assert client.get(address).status_code == 410


def test_the_qr_of_a_card_shows_which_lesson_and_opens_it_at_a_click(client, planned):
    _, secret = make_card(planned.session, timezone.now())
    address = f"/begeleiden/kaart/{in_fours(secret)}/"

    looked, opened = client.get(address), client.post(address)

    assert "Eerst ophangen" in text_of(looked)
    assert opened.status_code == 303
    assert client.get(opened["Location"]).status_code == 200
    assert planned.session.state_version == 0


def test_an_address_of_yesterday_says_to_come_in_again(client, planned):
    card, _ = make_card(planned.session, timezone.now())
    old = ticket_of_card(card, timezone.now() - VALID_FOR - timedelta(minutes=1))

    assert client.get(old.url()).status_code == 410


@pytest.mark.once
def test_a_year_of_guessing_finds_no_card():
    guesses, cards = 1000 * 60 * 60 * 24 * 365, 1000

    assert guesses * cards / len(LETTERS) ** SECRET_LENGTH < 1 / 30_000
