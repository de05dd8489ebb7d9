"""A shop owner makes a plan in five minutes, with the keyboard and without JavaScript, and takes it along."""

import re
import urllib.request
from urllib.parse import unquote

import pypdfium2
import pytest
from icalendar import Calendar

from tests.journeys.keyboard import arrive_by_key, go_to

MOST_ACTS, MOST_SHEETS, MOST_QUESTIONS = 5, 2, 10


@pytest.fixture
def tab(open_page):
    return open_page("/voor/ondernemers/", javascript=False)


def answer_every_question(tab) -> int:
    """Arrow down to "Weet ik niet" at each question; return how many there were."""
    asked = 0
    while "/vraag/" in tab.url:
        asked += 1
        assert f"Vraag {asked} van " in tab.locator("main").inner_text()
        go_to(tab, "INPUT radio Ja")
        for _ in range(2):
            tab.keyboard.press("ArrowDown")
        assert tab.get_by_label("Weet ik niet").is_checked()
        arrive_by_key(tab, "Verder")
    return asked


def test_a_shop_owner_makes_a_plan_prints_it_plans_it_and_opens_it_again(tab, open_page):
    arrive_by_key(tab, "Maak uw actieplan")
    arrive_by_key(tab, "Ik heb een winkel")
    arrive_by_key(tab, "Begin")
    assert answer_every_question(tab) <= MOST_QUESTIONS

    arrive_by_key(tab, "Is er een back-up")
    go_to(tab, "INPUT radio Weet ik niet")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    arrive_by_key(tab, "Verder")
    assert "Uw antwoord: Ja" in tab.locator("main").inner_text()
    arrive_by_key(tab, "Maak mijn plan")

    acts = tab.locator(".step__title").all_inner_texts()
    assert 1 <= len(acts) <= MOST_ACTS
    assert "Maak een back-up en probeer hem uit" not in acts
    assert len(pypdfium2.PdfDocument(tab.pdf(format="A4"))) <= MOST_SHEETS
    letter = tab.get_by_role("link", name="Mail naar").get_attribute("href")
    assert letter.startswith("mailto:?subject=")
    assert tab.url in unquote(letter)
    assert tab.context.cookies() == []
    assert events_at(tab.get_by_role("link", name="Zet het in mijn agenda").get_attribute("href"), tab.url) == acts
    assert open_page(tab.url).locator(".step__title").all_inner_texts() == acts


def events_at(path: str, page: str) -> list[str]:
    """What the calendar file at this path has to say."""
    with urllib.request.urlopen(re.match(r"https?://[^/]+", page)[0] + path, timeout=20) as answer:
        return [str(event["summary"]) for event in Calendar.from_ical(answer.read()).walk("VEVENT")]


def test_a_link_that_lost_its_end_says_so_and_how_to_go_on(open_page):
    tab = open_page("/actieplan/winkel/")
    begin = tab.get_by_role("link", name="Begin").get_attribute("href")

    tab.goto(begin.replace("/vraag/1/", "")[:-3] + "/")

    assert "maak het plan opnieuw" in tab.locator("main").inner_text().lower()
