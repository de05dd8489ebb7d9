"""Somebody hears that there is a lesson nearby, finds it on a phone, and takes it along in a calendar."""

import re
import urllib.request

import pytest
from icalendar import Calendar

from tests.arriving import arrive_by, arriving

TITLE = "Klik & Tik: samen veilig online"


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_somebody_finds_a_lesson_nearby_and_takes_it_along(site, open_page, javascript):
    tab = open_page("/gemeenten/stein/", width=320, javascript=javascript)

    arrive_by(tab.get_by_role("region", name="Binnenkort in Stein").get_by_role("link", name=TITLE))
    assert tab.get_by_role("heading", level=1).inner_text() == TITLE
    assert tab.get_by_text("Bibliotheek Stein (voorbeeld)").is_visible()
    assert tab.get_by_text("Vol", exact=True).count() == 1, "the second day is full"

    calendar = tab.get_by_role("link", name="Zet in uw agenda").get_attribute("href")
    with urllib.request.urlopen(site.url + calendar, timeout=20) as answer:
        events = Calendar.from_ical(answer.read()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == [TITLE, f"Vol: {TITLE}"]
    passed_on = tab.get_by_role("link", name="Stuur door met WhatsApp").get_attribute("href")
    assert re.match(r"https://wa\.me/\?text=Klik%20%26%20Tik", passed_on)


def test_with_the_keyboard_alone_somebody_reaches_the_other_municipality(open_page):
    tab = open_page("/activiteiten/beek/")

    assert tab.get_by_role("link", name=TITLE).count() == 0
    assert tab.get_by_text("Gaat niet door").first.is_visible()
    tab.get_by_role("link", name="Stein", exact=True).first.focus()
    with arriving(tab):
        tab.keyboard.press("Enter")

    assert tab.url.endswith("/activiteiten/stein/")
    assert tab.get_by_role("link", name=TITLE).is_visible()
    assert (
        tab.get_by_role("navigation", name="Kies een gemeente").locator("[aria-current=page]").inner_text() == "Stein"
    )
