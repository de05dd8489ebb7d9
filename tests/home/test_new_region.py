"""`new_region` leaves a site that an editor can fill, or says what is missing."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

NAMES = {
    "name": "Heuvelland",
    "municipality": ["Gulpen", "Vaals"],
    "administrator": "baas",
    "email": "baas@voorbeeld.nl",
}


def test_the_administrator_can_log_in_with_the_password_that_was_printed_once(db, client):
    output = StringIO()

    call_command("new_region", **NAMES, stdout=output)

    password = re.search(r"^  (\S+)$", output.getvalue(), re.MULTILINE)[1]
    assert authenticate(username="baas", password=password)
    assert client.get("/").status_code == 200


def test_a_second_region_in_the_same_place_is_refused(home):
    with pytest.raises(CommandError, match="Hier staat al een regio: Teststreek"):
        call_command("new_region", **NAMES)


def test_a_wrong_address_is_named_and_nothing_is_made(db):
    from campagne.serving.models import Installation

    with pytest.raises(CommandError, match="'geen-adres' is geen e-mailadres"):
        call_command("new_region", **{**NAMES, "email": "geen-adres"})

    assert Installation.objects.current() is None


def test_without_names_and_without_anybody_to_ask_it_says_which_option_is_missing(db, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO(""))

    with pytest.raises(CommandError, match="--name ontbreekt"):
        call_command("new_region")
