"""Everybody who sees figures asks for the mail and stops it themselves, and sees how it is with it."""

from datetime import timedelta

import pytest
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


def test_without_a_mail_server_it_says_what_to_set(client, reader, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    client.force_login(reader)

    page = body(client.get(reverse(ADDRESS)))

    assert "EMAIL_HOST" in page
    assert "Stuur mij de maandmail" in page


def test_without_an_address_it_says_so(client, reader):
    reader.email = ""
    reader.save()
    client.force_login(reader)

    assert "Bij uw account staat geen e-mailadres." in body(client.get(reverse(ADDRESS)))


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
