"""People to whom something happened: from the header to what comes first and whom to call, in three taps."""

import re

import pytest

from campagne.report_guide.quick_exit import NEUTRAL_SITE
from tests.arriving import arrive_by
from tests.journeys.keyboard import arrive_by_key, go_to

PHONE = 320
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
WEATHER = "<!doctype html><title>Het weer</title><h1>Het weer</h1>"


def tap(tab, name: str) -> None:
    arrive_by(tab.locator("main").get_by_role("link", name=name).first)


def acts_of(tab) -> list[str]:
    return tab.locator(".acts__text").all_inner_texts()


def channels_of(tab) -> list[str]:
    return tab.locator(".contact__name").all_inner_texts()


@BOTH
def test_a_senior_whose_bank_called_and_who_gave_a_code_calls_the_bank_first(open_page, javascript):
    tab = open_page("/artikelen/phishing-herkennen/", width=PHONE, javascript=javascript)

    arrive_by(tab.locator("header").get_by_role("link", name="Melden"))
    tap(tab, "Iemand belt: ‘Ik ben van de bank’")
    tap(tab, "Ja")

    assert acts_of(tab)[:2] == ["Hang op.", "Bel nu zelf uw bank."]
    assert channels_of(tab)[0] == "Uw eigen bank"
    assert tab.get_by_text("U bent niet dom").is_visible()
    assert tab.get_by_text("Niet elke zaak wordt onderzocht").is_visible()
    assert tab.context.cookies() == []


@BOTH
def test_a_shop_owner_with_ransomware_isolates_and_knows_what_to_bring(open_page, javascript):
    tab = open_page("/melden/", javascript=javascript)

    tap(tab, "Mijn bedrijf")
    tap(tab, "De bestanden van mijn bedrijf zitten op slot")
    assert tab.locator("h1").inner_text() == "Hebt u losgeld betaald?"
    tap(tab, "Nee")

    assert acts_of(tab)[0] == "Haal de computer van het netwerk."
    assert tab.get_by_text("Maak een afspraak met de politie.").is_visible()
    assert tab.get_by_text("Logbestanden", exact=True).is_visible()
    assert "No More Ransom" in channels_of(tab)


@BOTH
def test_somebody_worried_about_a_neighbour_finds_a_number_that_is_not_112(open_page, javascript):
    tab = open_page("/", width=PHONE, javascript=javascript)

    arrive_by(tab.locator("header").get_by_role("link", name="Melden"))
    tap(tab, "Zorgen of ruzie")
    tap(tab, "Ik maak me zorgen om iemand")
    tap(tab, "Ik ben een buur")

    assert channels_of(tab) == ["Alarmnummer 112", "Meldpunt Zorgwekkend Gedrag"]
    assert tab.locator("a[href='tel:08001205']").is_visible()
    assert tab.get_by_text("Door privacy hoort u meestal niet wat er gebeurt").is_visible()


@BOTH
def test_a_sixteen_year_old_with_sextortion_reads_first_how_to_be_gone_and_is_gone(open_page, javascript):
    tab = open_page("/melden/", width=PHONE, javascript=javascript)
    tab.context.route(f"{NEUTRAL_SITE}**", lambda route: route.fulfill(body=WEATHER, content_type="text/html"))
    asked = []
    tab.on("request", lambda request: asked.append(request) if request.url.startswith(NEUTRAL_SITE) else None)

    tap(tab, "Iemand dreigt met mijn naaktbeeld")
    assert tab.get_by_text("Gebruik ‘Snel weg’").is_visible()
    tap(tab, "Ik ben een jongere")
    tap(tab, "Nee")
    assert acts_of(tab)[0] == "Betaal niet. Stuur niets meer."
    assert channels_of(tab)[0] == "Helpwanted"
    tab.mouse.wheel(0, 2000)
    arrive_by(tab.get_by_role("link", name="Snel weg"))

    assert tab.url.startswith(NEUTRAL_SITE)
    assert "referer" not in asked[0].headers
    tab.go_back()
    assert "/jongere/nee/" not in tab.url or not javascript


def test_three_times_shift_is_gone_and_two_times_or_a_capital_is_not(open_page):
    tab = open_page("/melden/chantage/jongere/nee/")
    tab.context.route(f"{NEUTRAL_SITE}**", lambda route: route.fulfill(body=WEATHER, content_type="text/html"))

    for key in ("Shift", "Shift", "A", "Shift", "Shift"):
        tab.keyboard.press(key)
    assert tab.url.endswith("/melden/chantage/jongere/nee/")
    assert tab.locator("quick-exit [role=status]").inner_text() == "Nog 1 keer Shift, dan bent u weg."
    tab.keyboard.press("Escape")
    for _ in range(3):
        tab.keyboard.press("Shift")

    tab.wait_for_url(f"{NEUTRAL_SITE}**")
    assert tab.title() == "Het weer"


def test_somebody_with_only_a_keyboard_reports_a_drugs_lab(open_page):
    tab = open_page("/")

    for name in ("Melden", "Iets verdachts in de buurt", "Ik denk aan een drugslab"):
        arrive_by_key(tab, name)
    go_to(tab, "Bel Meld Misdaad Anoniem")

    assert acts_of(tab)[0] == "Ga weg van de plek."


@pytest.mark.parametrize(
    "address", ["/melden/bank-belt/ja/", "/melden/chantage/jongere/nee/", "/melden/gaswolk/inwoner/"]
)
def test_an_outcome_is_one_sheet_of_paper(open_page, address):
    tab = open_page(address)

    paper = tab.pdf(format="A4")

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
