"""Two officers and a resident: raised, confirmed by a second person, updated, safe again; and a drill."""

import time
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.arriving import arrive_by, arriving
from tests.journeys.staff import log_in
from tests.running_site import RunningSite

MOST_SCREENS = 6
# Asked are two; other tests run beside this one, and what is printed tells how long it took.
MOST_SECONDS = 8
QUESTION = "Wat moet ik doen?"
SECONDS_TO_END = 20
# As an officer would raise a drill, but with an end that a test can wait for.
SHORT_DRILL = f"""
from datetime import timedelta
from django.contrib.auth import get_user_model
from django.utils import timezone
from campagne.content.models import InstructionPage
from campagne.incidents import course
from campagne.incidents.raising import Wanted, confirm, put_ready
course.SHORTEST = timedelta(seconds=1)
at = timezone.now()
officer = get_user_model().objects.get(username="incidentredacteur")
page = InstructionPage.objects.live().exclude(scenario="").first()
wanted = Wanted("Proefhoek", at + timedelta(seconds={SECONDS_TO_END}))
confirm(put_ready(page, wanted, officer, at, is_exercise=True).pk, officer, at, course.Way.EXERCISE)
"""


class Counted:
    """The screens that somebody meets, from the form to log in on."""

    def __init__(self, tab: Page) -> None:
        self.tab, self.screens = tab, 0

    def see(self, text: str) -> None:
        expect(self.tab.get_by_text(text).first).to_be_visible()
        self.screens += 1


@pytest.fixture
def officer(open_page, site):
    """Somebody with a tab of their own who is logged in: `officer("incidentredacteur")`."""

    def come_in(username: str) -> Page:
        tab = open_page("/-/live")
        log_in(tab, site, username)
        return tab

    return come_in


def fill_in(tab: Page, *, sort: str, area: str) -> None:
    """Everything on the one screen that asks."""
    arrive_by(tab.get_by_role("link", name="Incident melden of oefenen").first)
    tab.get_by_label("Incident bij Chemelot: dit doet u").check()
    tab.get_by_label(sort).check()
    tab.get_by_label("Waar is het?").fill(area)
    tab.get_by_label("Stein").check()
    tab.get_by_label("over 2 uur").check()
    tab.get_by_label("Blijf binnen tot u bericht krijgt.").check()


def text_of(open_page, path: str) -> str:
    """What a resident without JavaScript reads, in a tab that is closed again."""
    tab = open_page(path, javascript=False, width=320)
    text = tab.locator("body").inner_text()
    tab.context.close()
    return text


def seconds_until_read(site: RunningSite, words: str, *paths: str) -> float:
    """How long it takes from now until these words stand at every one of the paths."""
    began = time.monotonic()
    for path in paths:
        while words not in urlopen(site.url + path).read().decode():
            assert time.monotonic() - began < 60, f"{words} is not told at {path}"
            time.sleep(0.02)
    return time.monotonic() - began


def test_an_incident_from_the_first_call_to_all_clear(open_page, officer, site):
    raiser = open_page("/beheer/login/")
    counted = Counted(raiser)
    counted.see("Inloggen")
    log_in(raiser, site, "incidentredacteur")
    counted.see("Er is nu geen incident.")
    fill_in(raiser, sort="Echt incident", area="Stein en Urmond")
    counted.see("Na dit scherm ziet u precies wat lezers zien.")
    arrive_by(raiser.get_by_role("button", name="Bekijk wat lezers zien"))
    counted.see("Gehen Sie ins Haus oder bleiben Sie dort.")
    arrive_by(raiser.get_by_role("button", name="Zet klaar"))
    counted.see("Laat iemand anders bevestigen")
    address = raiser.get_by_label("Adres", exact=True).input_value()
    seen_before = text_of(open_page, "/nu/")

    second = officer("incidentredacteur-2")
    second.goto(address)
    second.get_by_text("Klaargezet door").wait_for()
    counted.screens += 1
    second.get_by_role("button", name="Bevestigen en tonen").click(no_wait_after=True)
    seconds = seconds_until_read(site, "Stein en Urmond", "/nu/", "/")
    front = text_of(open_page, "/")

    print(f"from confirmation to the page about now and the front page: {seconds:.2f} s")
    assert counted.screens <= MOST_SCREENS
    assert seconds <= MOST_SECONDS
    assert "Stein en Urmond" not in seen_before
    assert QUESTION in front

    expect(second.get_by_text("De melding is te zien.")).to_be_visible()
    arrive_by(second.get_by_role("link", name="Bijwerken").first)
    second.get_by_text("Zelf een zin schrijven").click()
    second.get_by_label("Eigen zin: Nederlands").fill("De brug bij Urmond is dicht.")
    arrive_by(second.get_by_role("button", name="Toon dit nu"))
    expect(second.get_by_text("Bijgewerkt. Dit is nu te zien.")).to_be_visible()
    assert "De brug bij Urmond is dicht." in text_of(open_page, "/nu/")

    raiser.goto(address)
    arrive_by(raiser.get_by_role("link", name="Sein veilig").first)
    arrive_by(raiser.get_by_role("button", name="Geef het sein veilig"))
    expect(raiser.get_by_text("Het sein veilig is gegeven.")).to_be_visible()
    front = text_of(open_page, "/")
    assert "Sein veilig." in front
    assert QUESTION not in front
    assert "veilig" in text_of(open_page, "/nu/").lower()


def test_a_drill_by_one_person_with_the_keyboard_says_so_everywhere(open_page, officer):
    tab = officer("incidentredacteur")
    fill_in(tab, sort="Oefening: overal staat OEFENING", area="De oefenplaats")
    for button in ("Bekijk wat lezers zien", "Zet klaar", "Oefening tonen"):
        with arriving(tab):
            tab.get_by_role("button", name=button).press("Enter")
    expect(tab.get_by_text("De oefening is te zien.")).to_be_visible()
    expect(tab.get_by_text("Te zien na").first).to_be_visible()

    for path in ("/", "/nu/", "/nu/en/", "/nu/de/"):
        assert "OEFENING" in text_of(open_page, path), path

    with arriving(tab):
        tab.get_by_role("link", name="Intrekken").first.press("Enter")
    tab.get_by_label("Waarom trekt u de melding in?").fill("De oefening is klaar.")
    with arriving(tab):
        tab.get_by_role("button", name="Trek de melding in").press("Enter")
    expect(tab.get_by_text("De melding is ingetrokken.")).to_be_visible()
    assert "De oefenplaats" not in text_of(open_page, "/")


def test_an_end_comes_by_itself_for_who_looks_again(open_page, site):
    site.manage("shell", "-c", SHORT_DRILL)
    over = time.monotonic() + SECONDS_TO_END
    seconds_until_read(site, "Proefhoek", "/nu/", "/")
    reader = open_page("/nu/", javascript=False)
    expect(reader.get_by_text("Proefhoek").first).to_be_visible()

    reader.wait_for_timeout((over - time.monotonic()) * 1000)
    reader.reload()

    expect(reader.get_by_text("Er is nu geen incident").first).to_be_visible()
    assert "Proefhoek" not in text_of(open_page, "/")
