"""Everybody who sees figures asks for the mail and stops it themselves, and sees how it is with it."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from campagne.measurement.models import MonthlyReader
from campagne.measurement.monthly.reader import MOST_TRIES
from campagne.measurement.monthly.standing import told_of
from tests.measurement.monthly.conftest import FEBRUARY, FIFTH, FOURTH

pytestmark = pytest.mark.django_db
ADDRESS = "monthly_mail"


def body(response) -> str:
    return response.content.decode()


def test_a_reader_begins_and_stops_and_sees_what_it_looks_like(client, reader):
    client.force_login(reader)
    first = body(client.get(reverse(ADDRESS)))
    assert "Stuur mij de maandmail" in first
    assert "Onderwerp: " in first
    assert "CYBERCRIME" in first

    for _ in range(2):
        assert client.post(reverse(ADDRESS)).status_code == 302
    assert MonthlyReader.objects.get().user == reader
    assert "Stop met de maandmail" in body(client.get(reverse(ADDRESS)))

    for _ in range(2):
        client.post(reverse(ADDRESS), {"stop": "1"})
    assert not MonthlyReader.objects.exists()


def test_nobody_stops_the_mail_of_somebody_else(client, asked_for, reader, editor_of_stein):
    asked_for()
    client.force_login(editor_of_stein)

    client.post(reverse(ADDRESS), {"stop": "1"})

    assert MonthlyReader.objects.get().user == reader


NO_SERVER = "django.core.mail.backends.console.EmailBackend"


def test_without_a_mail_server_it_says_so_in_plain_words_and_names_no_day(client, asked_for, reader, settings):
    settings.EMAIL_BACKEND = NO_SERVER
    asked_for()
    client.force_login(reader)

    page = body(client.get(reverse(ADDRESS)))

    assert "Deze site kan nog geen e-mail versturen." in page
    assert "Vraag uw beheerder" in page
    assert "U krijgt de maandmail zodra dat kan." in page
    assert "De volgende komt" not in page
    assert "U krijgt de mail sinds" not in page
    assert "EMAIL" not in page
    assert ".env" not in page


def test_without_a_mail_server_somebody_may_still_choose(client, reader, settings):
    settings.EMAIL_BACKEND = NO_SERVER
    client.force_login(reader)
    assert "Stuur mij de maandmail" in body(client.get(reverse(ADDRESS)))

    page = body(client.post(reverse(ADDRESS), follow=True))

    assert MonthlyReader.objects.get().user == reader
    assert "Uw keuze is bewaard." in page
    assert "U krijgt de maandmail." not in page


def test_who_keeps_the_site_reads_what_to_set(client, home, settings):
    settings.EMAIL_BACKEND = NO_SERVER
    client.force_login(get_user_model().objects.create_superuser("beheerder", "beheerder@example.nl", "x"))

    page = body(client.get(reverse(ADDRESS)))

    assert "EMAIL_HOST" in page
    assert "Vraag uw beheerder" not in page


def test_without_an_address_it_says_so(client, reader):
    reader.email = ""
    reader.save()
    client.force_login(reader)

    page = body(client.get(reverse(ADDRESS)))

    assert "Bij uw account staat geen e-mailadres." in page
    assert "Deze site kan" not in page


def test_without_an_address_no_day_is_named(asked_for, reader):
    reader.email = ""
    asked = asked_for()
    asked.user = reader

    told = " ".join(told_of(asked, FIFTH.date()))

    assert told == "U vroeg de maandmail aan op 20 januari 2027. U krijgt de maandmail zodra dat kan."


@pytest.mark.parametrize(
    ("fields", "at", "said"),
    [
        pytest.param({}, FOURTH, "De volgende komt op of na 5 maart 2027.", id="waiting for the fifth"),
        pytest.param({}, FIFTH, "De volgende komt op of na 5 maart 2027.", id="it is the fifth"),
        pytest.param({"sent_month": FEBRUARY}, FIFTH, "De laatste ging over februari 2027.", id="sent"),
        pytest.param({"sent_month": FEBRUARY}, FIFTH, "De volgende komt op of na 5 april 2027.", id="then April"),
        pytest.param({"failures": 2}, FIFTH, "Versturen is 2 keer niet gelukt.", id="being tried"),
        pytest.param({"sent_month": FEBRUARY, "failures": MOST_TRIES}, FIFTH, "is 5 keer niet gelukt", id="given up"),
        pytest.param({"sent_month": FEBRUARY, "failures": 1}, FIFTH, "weten we niet", id="killed while sending"),
        pytest.param(
            {"since": FIFTH.date() + timedelta(days=1)}, FIFTH, "De volgende komt op of na 5 april 2027.", id="late"
        ),
    ],
)
def test_a_reader_sees_how_it_is_with_the_mail(asked_for, fields, at, said):
    reader = asked_for(**fields)

    assert said in " ".join(told_of(reader, at.date()))
