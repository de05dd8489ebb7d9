"""Logging in at a municipality and coming back, with a real provider at the other end."""

import time
from dataclasses import replace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth import SESSION_KEY, get_user_model
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.conftest import make_user
from tests.staff.access.phone import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.once]
BEGIN = "/beheer/toegang/gemeente/beek/login/"


def walk(client, provider):
    """Go to the municipality, log in there, and come back; give the answer to that."""
    return client.get(provider.log_in(client.get(BEGIN).url))


def is_in(client) -> bool:
    return SESSION_KEY in client.session


def opens(client, address: str = "/beheer/") -> bool:
    return client.get(address).status_code == 200


def test_the_page_of_logging_in_offers_it(client, gemeente_beek):
    page = client.get("/beheer/login/?next=/beheer/pages/").content.decode()

    assert "Inloggen met uw account van gemeente Beek" in page
    assert f'href="{BEGIN}?next=%2Fbeheer%2Fpages%2F"' in page


def test_els_comes_in_as_at_her_work_and_goes_on_to_our_second_step(client, provider, els):
    TOTP.activate(els, secret := generate_totp_secret())

    asked = walk(client, provider)
    before = is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert asked.url == reverse("mfa_authenticate")
    assert (before, opens(client)) == (False, True)
    assert {"code_challenge", "nonce", "state"} <= provider.begun.keys()
    assert provider.begun["redirect_uri"] == f"http://testserver{BEGIN}callback/"


def test_who_has_no_second_step_yet_makes_one_first(client, provider, els):
    walk(client, provider)

    assert client.get("/beheer/").url.startswith(reverse("mfa_index"))


def test_a_second_factor_that_the_municipality_asked_counts(client, provider, els):
    TOTP.activate(els, generate_totp_secret())
    provider.spoilt = {"amr": ["pwd", "mfa"]}

    came_in = walk(client, provider)

    assert came_in.url == "/beheer/"
    assert opens(client)


def test_what_the_municipality_calls_a_second_factor_is_asked_and_counts(client, provider, els, settings):
    settings.OIDC = [replace(settings.OIDC[0], acr="urn:tweede-factor")]
    provider.spoilt = {"acr": "urn:tweede-factor"}

    walk(client, provider)

    assert provider.begun["acr_values"] == "urn:tweede-factor"
    assert opens(client)


def test_the_first_time_binds_the_account_and_its_owner_hears_of_it(client, provider, els, settings):
    settings.EMAIL_HOST = "mail.example"

    walk(client, provider)
    client.post("/beheer/logout/")
    provider.person["email"] = "een-nieuw-adres@beek.nl"
    walk(client, provider)

    bound = SocialAccount.objects.get(user=els)
    assert (bound.provider, bound.extra_data) == ("beek", {})
    assert len(bound.uid) == 64
    assert is_in(client)
    assert [letter.subject for letter in mail.outbox] == ["U logt nu in met uw account van de gemeente"]
    line = ModelLogEntry.objects.get(action="staff.bound")
    assert line.message == "Gekoppeld aan een account van gemeente Beek"


def test_a_mail_server_that_is_away_keeps_nobody_out(client, provider, els, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    walk(client, provider)

    assert is_in(client)
    assert "look at EMAIL_HOST" in caplog.text


def test_who_gets_the_address_of_somebody_who_left_does_not_get_the_account(client, provider, els):
    walk(client, provider)
    client.post("/beheer/logout/")

    provider.person["sub"] = "twee"
    refused = walk(client, provider)
    call_command("unbind", els.username)
    walk(client, provider)

    assert "hoort bij iemand die dit adres eerder had" in refused.content.decode()
    assert is_in(client)


def unknown(provider, els):
    provider.person["email"] = "piet@beek.nl"


def of_stein(provider, els):
    get_user_model().objects.filter(pk=els.pk).update(email="els@stein.nl")
    provider.person["email"] = "els@stein.nl"


def below_the_domain(provider, els):
    provider.person["email"] = "els@kwaad.beek.nl"


def not_verified(provider, els):
    provider.person["email_verified"] = False


def silent_about_verifying(provider, els):
    del provider.person["email_verified"]


def without_an_address(provider, els):
    provider.person["email"] = ""


def frozen(provider, els):
    get_user_model().objects.filter(pk=els.pk).update(is_active=False)


def of_everything(provider, els):
    get_user_model().objects.filter(pk=els.pk).update(is_superuser=True)


def twice(provider, els):
    make_user("els-2", email="ELS@beek.nl")


def cancelled(provider, els):
    provider.refuses = "access_denied"


def other_issuer(provider, els):
    provider.spoilt = {"iss": "https://login.stein.example"}


def other_audience(provider, els):
    provider.spoilt = {"aud": "een andere website"}


def other_party(provider, els):
    provider.spoilt = {"azp": "een andere website"}


def other_nonce(provider, els):
    provider.spoilt = {"nonce": "van een andere keer"}


def without_a_nonce(provider, els):
    provider.spoilt = {"nonce": None}


def expired(provider, els):
    provider.spoilt = {"exp": int(time.time()) - 120}


def of_tomorrow(provider, els):
    provider.spoilt = {"iat": int(time.time()) + 86_400}


def signed_by_another(provider, els):
    provider.published = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()


def other_subject_in_userinfo(provider, els):
    del provider.person["email"]
    provider.in_userinfo = {"sub": "twee", "email": "els@beek.nl", "email_verified": True}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (unknown, "geen account met dat adres"),
        (of_stein, "alleen binnen met een adres dat eindigt op @beek.nl"),
        (below_the_domain, "alleen binnen met een adres dat eindigt op @beek.nl"),
        (not_verified, "zegt niet of"),
        (silent_about_verifying, "zegt niet of"),
        (without_an_address, "niet gegeven"),
        (frozen, "staat hier uit"),
        (of_everything, "alle rechten"),
        (twice, "meer accounts"),
        (cancelled, "U bent gestopt"),
        (other_issuer, "klopt niet"),
        (other_audience, "klopt niet"),
        (other_party, "klopt niet"),
        (other_nonce, "klopt niet"),
        (without_a_nonce, "klopt niet"),
        (expired, "lopen niet gelijk"),
        (of_tomorrow, "lopen niet gelijk"),
        (signed_by_another, "klopt niet"),
        (other_subject_in_userinfo, "klopt niet"),
    ],
)
def test_nobody_else_comes_in_and_the_page_says_why(client, provider, els, spoil, said):
    spoil(provider, els)

    refused = walk(client, provider)

    assert refused.status_code == 403
    assert said in refused.content.decode()
    assert "Terug naar inloggen" in refused.content.decode()
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


def test_an_answer_works_once_in_the_browser_that_asked(client, provider, els):
    stolen = provider.log_in(client.get(BEGIN).url)

    elsewhere = type(client)().get(stolen)
    client.get(stolen)
    client.post("/beheer/logout/")
    again = client.get(stolen)

    assert "duurde te lang, of is al gebruikt" in elsewhere.content.decode()
    assert "duurde te lang, of is al gebruikt" in again.content.decode()
    assert not is_in(client)


def test_an_account_that_moved_to_another_municipality_is_no_longer_opened(client, provider, els):
    walk(client, provider)
    client.post("/beheer/logout/")
    get_user_model().objects.filter(pk=els.pk).update(email="els@stein.nl")

    refused = walk(client, provider)

    assert "niet eindigt op @beek.nl" in refused.content.decode()
    assert not is_in(client)


def test_a_municipality_that_is_right_about_its_addresses_need_not_say_so(client, provider, els, settings):
    settings.OIDC = [replace(settings.OIDC[0], is_authoritative=True)]
    del provider.person["email_verified"]

    walk(client, provider)

    assert is_in(client)


def test_an_address_that_only_userinfo_tells_is_known(client, provider, els):
    provider.in_userinfo = {"sub": "een", "email": provider.person.pop("email"), "email_verified": True}

    walk(client, provider)

    assert is_in(client)


@pytest.mark.parametrize(
    "about", [{"issuer": "https://login.stein.example"}, {"jwks_uri": None}], ids=["of another", "without keys"]
)
def test_what_a_municipality_tells_about_itself_is_checked(client, provider, gemeente_beek, about):
    provider.about = about

    assert "klopt niet" in client.get(BEGIN).content.decode()


def test_a_municipality_that_does_not_answer_keeps_nobody_waiting(client, gemeente_beek, settings):
    settings.OIDC = [replace(gemeente_beek, issuer="http://127.0.0.1:9")]

    assert "antwoordt niet" in client.get(BEGIN).content.decode()


def test_a_municipality_that_is_not_there_has_no_address(client, gemeente_beek):
    assert client.get("/beheer/toegang/gemeente/stein/login/").status_code == 404
    assert client.get("/beheer/toegang/gemeente/stein/login/callback/?code=a&state=b").status_code == 404


def test_the_log_of_the_server_tells_why_and_names_nobody(client, provider, els, caplog):
    provider.person["email"] = "piet@beek.nl"
    walk(client, provider)

    assert "login by beek was refused: NO_ACCOUNT" in caplog.text
    assert "piet" not in caplog.text


def test_an_administrator_sees_what_to_tell_the_municipality_and_whether_it_answers(gemeente_beek, settings, capsys):
    settings.OIDC = [gemeente_beek, replace(gemeente_beek, id="stein", issuer="http://127.0.0.1:9")]

    with pytest.raises(CommandError, match="werkt nog niet"):
        call_command("municipal_logins")

    told = capsys.readouterr().out
    assert f"redirect URI: http://testserver{BEGIN}callback/" in told
    assert f"antwoordt, als {gemeente_beek.issuer}" in told
    assert told.count("antwoordt niet goed") == 1
