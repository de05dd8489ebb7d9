"""Somebody who reads at A2 reaches the easy text by keyboard, and an editor cannot leave it out."""

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect

from tests.arriving import arrive_by
from tests.journeys.keyboard import arrive_by_key, go_to

NO_EASY_TEXT = "Zij lezen op taalniveau A2. Schrijf hier een makkelijke tekst."
numbers = count(1)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_who_reads_at_a2_goes_from_the_front_page_to_the_easy_text_by_keyboard(open_page, javascript):
    tab = open_page("/", width=320, javascript=javascript)

    arrive_by_key(tab, "Ik lees liever makkelijk")
    arrive_by_key(tab, "Een nepmedewerker van de bank belt")
    arrive_by_key(tab, "Makkelijk lezen")

    assert tab.url.endswith("/makkelijk/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Belt de bank? Hang op")
    expect(tab.get_by_text("Geef nooit een code.")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320

    arrive_by_key(tab, "Lees de gewone tekst")
    assert tab.url.endswith("/bankhelpdeskfraude/")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_hard_word_is_explained_by_key_where_it_stands(open_page, javascript):
    tab = open_page("/modules/klik-en-tik-veilig-online/stap/6/", javascript=javascript)
    meaning = tab.locator(".explanation")
    expect(meaning).to_be_hidden()

    go_to(tab, "BUTTON button tweestapsverificatie")
    tab.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("Inloggen in twee stappen.")

    tab.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_a_device_without_a_dutch_voice_offers_no_reading_and_misses_nothing(open_page):
    tab = open_page("/modules/klik-en-tik-veilig-online/stap/1/")

    expect(tab.locator("read-aloud")).to_be_empty()


def test_an_editor_reads_why_a_page_stays_a_draft_adds_the_easy_text_and_publishes(desk, open_page):
    title = f"De sirene in Stein {next(numbers)}"
    begin_article(desk, title)
    desk.get_by_role("checkbox", name="Laaggeletterden").check()
    press_publish(desk)

    refused = desk.locator(".error-message", has_text=NO_EASY_TEXT)
    expect(refused).to_be_visible()
    expect(desk.get_by_role("textbox", name="Titel*", exact=True).first).to_have_value(title)

    write_easy_text(desk, "De sirene gaat", "Ga naar binnen.")
    press_publish(desk)

    expect(desk.locator(".messages")).to_contain_text(title)
    address = desk.locator(".messages").get_by_role("link", name="Bekijk live").get_attribute("href")
    reader = open_page(address, width=320, javascript=False)
    arrive_by_key(reader, "Makkelijk lezen")
    expect(reader.get_by_role("heading", level=1)).to_have_text("De sirene gaat")
    expect(reader.get_by_text("Ga naar binnen.")).to_be_visible()


def begin_article(desk: Page, title: str) -> None:
    desk.goto("/beheer/pages/")
    arrive_by(desk.get_by_role("link", name="onderliggende pagina's van 'Artikelen'"))
    arrive_by(desk.get_by_role("link", name="Voeg onderliggende pagina toe"))
    desk.get_by_role("textbox", name="Titel*", exact=True).first.fill(title)
    desk.get_by_role("textbox", name="Samenvatting").fill("Wat doet u als de sirene gaat?")


def write_easy_text(desk: Page, title: str, text: str) -> None:
    desk.get_by_role("button", name="Voeg Makkelijke tekst toe").click()
    desk.locator("[name='easy_texts-0-title']").fill(title)
    body = desk.locator("#id_easy_texts-FORMS")
    body.get_by_role("button", name="Blok invoegen").last.click()
    desk.get_by_role("option", name="Tekst", exact=True).click()
    body.locator("[contenteditable=true]").click()
    desk.keyboard.type(text)
    # The editor hands over what was typed a moment later.
    expect(body.locator("[name='easy_texts-0-body-0-value']")).to_have_value(re.compile(re.escape(text)))


def press_publish(desk: Page) -> None:
    desk.get_by_role("button", name="Meer acties").click()
    arrive_by(desk.get_by_role("button", name="Publiceren"))
