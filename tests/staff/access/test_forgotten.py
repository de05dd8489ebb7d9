"""Who forgot a password hears the truth: a link by mail, or whom to ask where no mail can be sent."""

import pytest
from django.core import mail
from django.urls import reverse

from campagne.staff.access.lockout.rule import MOST_TRIES
from tests.conftest import make_user

ASKED = "/beheer/password_reset/"
WITHOUT_MAIL = "kan nog geen mail versturen"


@pytest.fixture
def owner(home):
    return make_user("eigenaar", email="eigenaar@voorbeeld.nl")


@pytest.fixture
def no_mail(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"


def test_with_mail_a_link_is_sent(owner, client):
    assert WITHOUT_MAIL not in client.get(ASKED).content.decode()

    client.post(ASKED, {"email": owner.email})

    assert ASKED in mail.outbox[0].body


@pytest.mark.parametrize("method", ["get", "post"])
def test_without_mail_nobody_waits_for_a_link(no_mail, owner, client, capsys, method):
    told = getattr(client, method)(ASKED, {"email": owner.email}).content.decode()

    assert WITHOUT_MAIL in told
    assert "Vraag het uw beheerder" in told
    assert reverse("account_login") in told
    assert "confirm" not in capsys.readouterr().out


@pytest.mark.parametrize("has_mail", [True, False])
def test_who_is_locked_out_hears_of_a_new_password_only_where_one_can_come(request, owner, client, has_mail):
    if not has_mail:
        request.getfixturevalue("no_mail")

    for _ in range(MOST_TRIES + 1):
        screen = client.post(reverse("account_login"), {"username": owner.username, "password": "fout"})

    assert ("Kies een nieuw wachtwoord" in screen.content.decode()) == has_mail
