"""What somebody filled in before they were away too long is kept while they log in, for them and for nobody else."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from campagne.staff.browser_sessions import end_sessions
from campagne.staff.kept_form import KEPT
from tests.conftest import make_user

ADDRESS, PAGE = "/beheer/account/", "/beheer/medewerkers/bewaard-formulier/"
PING = "/beheer/editing-sessions/1/"
FILLED_IN = {
    "name_email-first_name": "Anna Maria",
    "name_email-last_name": "Smeets",
    "name_email-email": "a@example.com",
    "locale-preferred_language": "",
    "theme-theme": "system",
    "theme-contrast": "system",
    "theme-density": "default",
    "password-new_password1": "geheim van Anna",
}


@pytest.fixture
def anna(home):
    return make_user("anna", is_superuser=True, first_name="Anna")


def sent_too_late(client: Client, user, end=None):
    """Log in, be away until the session has ended, and then send a form."""
    client.force_login(user)
    if end:
        end(user)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    return client.post(ADDRESS, FILLED_IN)


def test_it_is_shown_after_logging_in_and_can_be_sent_after_all(client, anna):
    answer = sent_too_late(client, anna)
    assert answer.status_code == 302
    assert answer.headers["Location"].endswith(f"?next={PAGE.replace('/', '%2F')}")
    assert not type(anna).objects.filter(first_name="Anna Maria").exists()

    client.force_login(anna)
    screen = client.get(PAGE).content.decode()
    assert "<h1" in screen
    assert f'action="{ADDRESS}"' in screen
    assert 'name="name_email-first_name" value="Anna Maria"' in screen
    assert "geheim van Anna" not in screen

    fields = {name: value for name, values in client.session[KEPT]["fields"] for value in values}
    client.post(ADDRESS, fields)
    anna.refresh_from_db()
    assert anna.first_name == "Anna Maria"
    assert "geen formulier" in client.get(PAGE).content.decode()


def test_it_is_kept_also_when_something_else_was_asked_first(client, anna):
    client.force_login(anna)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    client.post(PING)
    client.get(ADDRESS, follow=True)
    client.post(ADDRESS, FILLED_IN)

    assert client.session[KEPT]["account"] == str(anna.pk)


@pytest.mark.parametrize("end", [end_sessions, None], ids=["ended elsewhere", "logged out here"])
def test_the_key_of_a_session_that_was_ended_on_purpose_goes(client, anna, settings, end):
    client.force_login(anna)
    key = client.session.session_key
    if end:
        end(anna)

    client.get(ADDRESS) if end else client.post("/beheer/logout/")

    assert client.cookies[settings.SESSION_COOKIE_NAME].value != key


def test_somebody_else_who_logs_in_there_gets_nothing_of_it(client, anna):
    sent_too_late(client, anna)

    client.force_login(make_user("iemand-anders", is_superuser=True))
    client.post(PAGE)
    client.post(ADDRESS, FILLED_IN)

    assert "Anna Maria" not in client.get(PAGE).content.decode()
    assert KEPT in client.session


def test_it_is_thrown_away_on_purpose(client, anna):
    sent_too_late(client, anna)
    client.force_login(anna)

    answer = client.post(PAGE, FILLED_IN)

    assert answer.headers["Location"] == "/beheer/"
    assert KEPT not in client.session
    assert not type(anna).objects.filter(first_name="Anna Maria").exists()


def test_it_stays_until_it_arrives(client, anna, settings):
    settings.SECOND_FACTOR = "required"
    sent_too_late(client, anna)

    client.post(ADDRESS, FILLED_IN)
    client.force_login(anna)
    client.post(ADDRESS, FILLED_IN)

    assert KEPT in client.session


def test_logging_out_after_the_end_is_no_form(client, anna):
    client.force_login(anna)
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    client.post("/beheer/logout/")

    assert KEPT not in client.session


@pytest.mark.parametrize("how", ["a session that was ended on purpose", "no session at all"])
def test_nothing_is_kept_without_a_session_that_ended_by_itself(client, anna, how):
    if how == "no session at all":
        client.post(ADDRESS, FILLED_IN)
    else:
        sent_too_late(client, anna, end=end_sessions)

    assert KEPT not in client.session
