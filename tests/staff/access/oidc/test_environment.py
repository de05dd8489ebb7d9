"""What the environment says is read whole, or refused with the name of what is wrong."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from campagne.staff.access.oidc.environment import ASKED, from_environment

pytestmark = pytest.mark.once
BEEK = {
    "OIDC_BEEK_NAME": "gemeente Beek",
    "OIDC_BEEK_URL": "https://login.beek.example/.well-known/openid-configuration",
    "OIDC_BEEK_CLIENT_ID": "weerbaar",
    "OIDC_BEEK_SECRET": "zeer geheim",
    "OIDC_BEEK_DOMAINS": "Beek.nl, @gemeentebeek.nl",
}


def read(monkeypatch, told: dict[str, str]):
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return from_environment(Env(), "beek")


def test_a_municipality_is_read_with_its_domains(monkeypatch):
    beek = read(monkeypatch, BEEK)

    assert beek.domains == {"beek.nl", "gemeentebeek.nl"}
    assert beek.issuer == "https://login.beek.example"
    assert not beek.is_authoritative
    assert "zeer geheim" not in repr(beek)


@pytest.mark.parametrize(
    ("email", "speaks"),
    [
        ("els@beek.nl", True),
        ("ELS@BEEK.NL", True),
        ("els@stein.nl", False),
        ("els@kwaad.beek.nl", False),
        ("els@beek.nl@stein.nl", False),
        ("beek.nl", True),
        ("", False),
    ],
)
def test_whom_it_speaks_for(monkeypatch, email, speaks):
    assert read(monkeypatch, BEEK).speaks_for(email) is speaks


@pytest.mark.parametrize("name", sorted(BEEK))
def test_what_is_missing_is_named(monkeypatch, name):
    with pytest.raises(ImproperlyConfigured, match=name):
        read(monkeypatch, {**BEEK, name: " "})


def test_an_address_without_tls_is_refused(monkeypatch):
    with pytest.raises(ImproperlyConfigured, match="https"):
        read(monkeypatch, {**BEEK, "OIDC_BEEK_URL": "http://login.beek.example"})


@pytest.mark.parametrize("called", ["Beek", "de gemeente", "../beek"])
def test_a_word_that_fits_in_no_address_is_refused(called):
    with pytest.raises(ImproperlyConfigured, match="verwacht"):
        from_environment(Env(), called)


def test_every_name_of_the_family_is_in_the_example():
    example = (Path(__file__).parents[4] / ".env.example").read_text()

    assert re.findall(r"^# OIDC_BEEK_([A-Z_]+)=", example, re.MULTILINE) == list(ASKED)
