"""An editor makes a second factor, loses the phone and comes in by a recovery code; and one who keeps a passkey."""

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from tests.running_site import RunningSite
from tests.staff.access.phone import code_of

EDITOR = "redacteur-sittard-geleen"
DEVICE_WITH_A_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def desk(open_page) -> Page:
    return open_page("/beheer/login/", width=320, javascript=False)


def log_in(desk: Page, site: RunningSite) -> None:
    desk.goto("/beheer/login/")
    desk.get_by_label("Gebruikersnaam").fill(EDITOR)
    desk.get_by_label("Wachtwoord").fill(site.passwords[EDITOR])
    desk.get_by_role("button", name="Inloggen", exact=True).click()


def log_out(desk: Page) -> None:
    """As somebody does who closes the browser: its session is gone."""
    desk.context.clear_cookies()


def give(desk: Page, code: str, button: str) -> None:
    desk.get_by_label("Code", exact=True).fill(code)
    desk.get_by_role("button", name=button, exact=True).click()


def seen_by_a_camera(desk: Page) -> str:
    picture = Image.open(BytesIO(desk.locator(".entrance__qr").screenshot()))
    return zxingcpp.read_barcode(picture).text


def test_the_phone_is_lost_and_a_recovery_code_lets_the_editor_in(desk, site):
    log_in(desk, site)
    desk.goto("/beheer/toegang/tweede-stap/")
    desk.get_by_role("link", name="Kies een app").click()
    secret = desk.locator(".entrance__secret").inner_text().replace(" ", "")
    assert f"secret={secret}" in seen_by_a_camera(desk)
    give(desk, code_of(secret), "Klaar")
    codes = desk.locator(".entrance__codes li").all_inner_texts()

    log_out(desk)
    log_in(desk, site)
    desk.goto("/beheer/")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Tweede stap")
    give(desk, "000000", "Inloggen")
    expect(desk.get_by_text("Deze code klopt niet")).to_be_visible()
    give(desk, codes[0], "Inloggen")
    expect(desk).to_have_url(f"{site.url}/beheer/")

    desk.goto("/beheer/toegang/tweede-stap/")
    desk.get_by_role("link", name="Haal de app weg").click()
    desk.get_by_role("button", name="Haal de app weg").click()
    expect(desk.get_by_role("link", name="Kies een app")).to_be_visible()


def test_a_passkey_that_is_refused_is_not_met_with_silence(open_page, site):
    desk = open_page("/-/live", width=320)
    device = desk.context.new_cdp_session(desk)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": {**DEVICE_WITH_A_FINGER, "isUserVerified": False}})

    desk.goto("/beheer/login/")
    expect(desk.get_by_role("alert")).to_have_count(0)
    desk.get_by_role("button", name="Inloggen met een passkey").click()
    expect(desk.get_by_role("alert")).to_have_text("Dit is niet gelukt. Probeer opnieuw, of log in met uw wachtwoord.")

    log_in(desk, site)
    desk.goto("/beheer/toegang/tweede-stap/webauthn/add/")
    desk.get_by_label("Ook gebruiken om zonder wachtwoord in te loggen").check()
    desk.get_by_role("button", name="Maak de passkey").click()
    expect(desk.get_by_role("alert")).to_have_text("Dit is niet gelukt. Probeer opnieuw, of kies een app.")


def test_a_passkey_lets_somebody_in_without_a_password(open_page, site):
    desk = open_page("/-/live")
    device = desk.context.new_cdp_session(desk)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE_WITH_A_FINGER})

    log_in(desk, site)
    desk.goto("/beheer/toegang/tweede-stap/webauthn/add/")
    desk.get_by_label("Ook gebruiken om zonder wachtwoord in te loggen").check()
    desk.get_by_role("button", name="Maak de passkey").click()
    expect(desk.locator(".entrance__codes li")).to_have_count(10)
    log_out(desk)

    desk.goto("/beheer/account/")
    desk.get_by_role("button", name="Inloggen met een passkey").click()
    expect(desk).to_have_url(f"{site.url}/beheer/account/")
