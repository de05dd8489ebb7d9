"""Making a second factor and coming in with it, screen by screen as somebody meets them."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.conftest import PASSWORD
from tests.staff.access.phone import code_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def everybody_must(settings):
    settings.SECOND_FACTOR = "required"


def log_in(client, person):
    return client.post(reverse("account_login"), {"username": person.username, "password": PASSWORD}, follow=True)


def enrol(client) -> str:
    """Make an app one's second factor; give its secret."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret


def codes_of(client) -> list[str]:
    return client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]


def test_whoever_has_no_second_factor_is_led_to_make_one_and_is_in(client, editor_of_stein):
    first = log_in(client, editor_of_stein)
    assert "Uw tweede stap" in first.content.decode()

    enrol(client)

    assert len(codes_of(client)) == 10
    assert client.get("/beheer/").status_code == 200


def test_the_next_time_a_password_alone_is_not_enough(client, editor_of_stein):
    log_in(client, editor_of_stein)
    secret = enrol(client)
    client.post("/beheer/logout/")

    asked = log_in(client, editor_of_stein)
    refused = client.get("/beheer/")
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret, later=1)})

    assert asked.request["PATH_INFO"] == reverse("mfa_authenticate")
    assert refused.status_code == 302
    assert client.get("/beheer/").status_code == 200


def test_a_lost_phone_is_overcome_once_by_each_recovery_code(client, editor_of_stein):
    log_in(client, editor_of_stein)
    enrol(client)
    code = codes_of(client)[3]
    client.post("/beheer/logout/")

    log_in(client, editor_of_stein)
    client.post(reverse("mfa_authenticate"), {"code": code})
    came_in = client.get("/beheer/").status_code
    client.post("/beheer/logout/")
    log_in(client, editor_of_stein)
    again = client.post(reverse("mfa_authenticate"), {"code": code})

    assert came_in == 200
    assert "Deze code klopt niet" in again.content.decode()


def test_a_recovery_code_is_told_of_wherever_it_is_used(client, editor_of_stein):
    log_in(client, editor_of_stein)
    enrol(client)
    first, second = codes_of(client)[:2]
    client.post("/beheer/logout/")
    log_in(client, editor_of_stein)
    client.post(reverse("mfa_authenticate"), {"code": first})

    client.post(reverse("mfa_reauthenticate"), {"code": second})

    assert ModelLogEntry.objects.filter(action="staff.recovery_code_used").count() == 2


def test_who_came_in_by_a_recovery_code_reads_how_many_are_left_and_what_to_do(client, editor_of_stein):
    get_user_model().objects.update(email="redactie@stein.nl")
    log_in(client, editor_of_stein)
    enrol(client)
    codes = codes_of(client)

    client.post("/beheer/logout/")
    log_in(client, editor_of_stein)
    first_screen = client.post(reverse("mfa_authenticate"), {"code": codes[0]}, follow=True).content.decode()
    letter = mail.outbox[-1].body
    for code in codes[1:9]:
        client.post(reverse("mfa_reauthenticate"), {"code": code})
    own_step = client.get(reverse("mfa_index")).content.decode()
    client.post(reverse("mfa_reauthenticate"), {"code": codes[9]})
    without = client.get(reverse("mfa_index")).content.decode()

    assert "U heeft nog 9 herstelcodes." in letter
    assert "U gebruikte een herstelcode. U heeft er nog 9." in first_screen
    assert "Telefoon kwijt? Haal de app weg en maak een nieuwe tweede stap." in first_screen
    assert f'<a href="{reverse("mfa_index")}" class="button button-small button-secondary">' in first_screen
    assert "U heeft nog 1 herstelcode." in own_step
    assert "U heeft geen herstelcodes meer. Maak nieuwe." in without


def test_a_code_of_the_app_is_no_recovery_code(client, editor_of_stein):
    log_in(client, editor_of_stein)
    secret = enrol(client)
    client.post("/beheer/logout/")
    log_in(client, editor_of_stein)

    came_in = client.post(reverse("mfa_authenticate"), {"code": code_of(secret, later=1)}, follow=True)

    assert "herstelcode" not in came_in.content.decode()


def test_whoever_only_gave_the_password_takes_no_factor_away(client, editor_of_stein):
    log_in(client, editor_of_stein)
    owner = Client()
    log_in(owner, editor_of_stein)
    enrol(owner)

    answer = client.get(reverse("mfa_deactivate_totp"))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("mfa_reauthenticate"))


def test_what_is_stored_of_a_factor_says_nothing_without_the_key(client, editor_of_stein):
    log_in(client, editor_of_stein)
    secret = enrol(client)

    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in stored
    assert not any(code in stored for code in codes_of(client))


def test_with_another_key_a_code_is_refused_in_words(client, editor_of_stein, settings):
    log_in(client, editor_of_stein)
    secret = enrol(client)
    settings.SECRET_KEY = "another"
    client.cookies.clear()

    log_in(client, editor_of_stein)
    answer = client.post(reverse("mfa_authenticate"), {"code": code_of(secret, later=1)})

    assert "Deze code klopt niet" in answer.content.decode()
