"""Somebody looks for help in their own words: misspelt, called otherwise, narrowed, in vain; without scripts."""

import pytest

from tests.arriving import arrive_by

PHONE = 320


def look_for(tab, words: str) -> None:
    tab.get_by_label("Waar zoekt u naar?").fill(words)
    arrive_by(tab.get_by_role("button", name="Zoek"))


@pytest.fixture
def tab(open_page):
    """The search on a phone without JavaScript."""
    return open_page("/zoeken/", width=PHONE, javascript=False)


def test_a_wrong_spelling_leads_to_what_was_meant(tab):
    look_for(tab, "fisjing")

    assert "We zochten naar phishing" in tab.locator("main").inner_text()
    assert tab.locator("main .card").count() > 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_another_word_and_a_choice_lead_to_the_page(tab):
    look_for(tab, "nepbankmedewerker")
    before = tab.locator("main .card").count()
    arrive_by(tab.get_by_role("link", name="Senioren"))

    assert tab.get_by_label("Waar zoekt u naar?").input_value() == "nepbankmedewerker"
    assert 0 < tab.locator("main .card").count() <= before
    assert tab.locator(".facet__link[aria-current]").count() == 1
    arrive_by(tab.locator("main .card__link").first)
    assert tab.locator("h1").count() == 1


def test_who_finds_nothing_is_led_to_the_report_guide(tab):
    look_for(tab, "xqzwv")

    assert tab.get_by_role("heading", name="Niets gevonden").is_visible()
    arrive_by(tab.get_by_role("link", name="Ga naar de meldwijzer"))
    assert tab.url.endswith("/melden/")
    assert tab.context.cookies() == []


def test_the_front_page_shows_what_can_have_happened_and_for_whom(open_page):
    tab = open_page("/", width=PHONE, javascript=False)

    assert tab.get_by_role("heading", name="Voor wie?").is_visible()
    tab.get_by_role("heading", name="Wat is er?").scroll_into_view_if_needed()
    arrive_by(tab.locator(".tile__link").first)
    assert "/melden/" in tab.url
