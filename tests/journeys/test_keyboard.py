"""Somebody who uses the keyboard alone does a whole quiz."""

from tests.journeys.keyboard import FOCUSED, arrive_by_key, go_to

# A browser goes to a place in the page when it draws the next time, and begins from there with Tab.
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_a_quiz_from_start_to_end_without_a_mouse(open_page):
    tab = open_page("/quiz/aan-de-deur/")

    arrive_by_key(tab, "Start de quiz")
    assert tab.url.endswith("/1/")
    while "/overzicht/" not in tab.url:
        answer_by_keyboard(tab)
    arrive_by_key(tab, "Klaar: bekijk de uitslag")

    assert tab.url.endswith("/klaar/")
    assert "U had" in tab.locator("h1").inner_text()


def test_the_skip_link_leads_past_the_menu(open_page):
    tab = open_page("/")

    tab.keyboard.press("Tab")
    assert "Naar de inhoud" in tab.evaluate(FOCUSED)
    tab.keyboard.press("Enter")
    tab.evaluate(NEXT_FRAME)
    tab.keyboard.press("Tab")

    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


def answer_by_keyboard(tab) -> None:
    """Choose with the space bar, send with Enter, and go on from the explanation."""
    go_to(tab, "INPUT")
    tab.keyboard.press("Space")
    arrive_by_key(tab, "Geef antwoord")
    assert tab.url.endswith("/uitleg/")
    arrive_by_key(tab, "Volgende vraag", "Naar het overzicht")
