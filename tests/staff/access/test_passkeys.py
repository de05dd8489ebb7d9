"""A passkey that our server refuses: every screen says so in words about passkeys, and says what else can be done."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
ADDRESSES = {
    "login": "mfa_login_webauthn",
    "second step": "mfa_authenticate",
    "again": "mfa_reauthenticate_webauthn",
    "new": "mfa_add_webauthn",
}
UNKNOWN = "Deze passkey is niet herkend. Probeer opnieuw, of "


@pytest.mark.parametrize("sent", ["", "geen passkey", '{"id": "x"}', "[]"])
@pytest.mark.parametrize(
    ("screen", "told"),
    [
        ("login", f"{UNKNOWN}log in met uw wachtwoord."),
        ("second step", f"{UNKNOWN}gebruik uw app of een herstelcode."),
        ("again", f"{UNKNOWN}gebruik uw app of een herstelcode."),
        ("new", "De passkey is niet gemaakt. Probeer opnieuw, of kies een app."),
    ],
)
def test_a_refused_passkey_is_spoken_of_as_a_passkey(client, editor_of_stein, screen, told, sent):
    if screen == "second step":
        TOTP.activate(editor_of_stein, generate_totp_secret())
    if screen in {"second step", "new"}:
        client.post(reverse("account_login"), {"username": editor_of_stein.username, "password": PASSWORD})
    if screen == "again":
        Authenticator.objects.create(user=editor_of_stein, type=Authenticator.Type.WEBAUTHN, data={"credential": {}})
        client.force_login(editor_of_stein)

    page = client.post(reverse(ADDRESSES[screen]), {"credential": sent}, follow=True).content.decode()

    assert told in page
    assert "code klopt niet" not in page
