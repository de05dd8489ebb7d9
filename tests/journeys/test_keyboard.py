"""Somebody who uses the keyboard alone does a whole quiz."""

from tests.journeys.keyboard import FOCUSED, go_to


def test_a_quiz_from_start_to_end_without_a_mouse(open_page):
    tab = open_page("/quiz/aan-de-deur/")

    go_to(tab, "Start de quiz")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/1/")
    while "/overzicht/" not in tab.url:
        answer_by_keyboard(tab)
    go_to(tab, "Klaar: bekijk de uitslag")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/klaar/")

    assert "U had" in tab.locator("h1").inner_text()


def test_the_skip_link_leads_past_the_menu(open_page):
    tab = open_page("/")

    tab.keyboard.press("Tab")
    assert "Naar de inhoud" in tab.evaluate(FOCUSED)
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")

    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


def answer_by_keyboard(tab) -> None:
    """Choose with the space bar, send with Enter, and go on from the explanation."""
    go_to(tab, "INPUT")
    tab.keyboard.press("Space")
    go_to(tab, "Geef antwoord")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/uitleg/")
    here = tab.url
    go_to(tab, "Volgende vraag", "Naar het overzicht")
    tab.keyboard.press("Enter")
    tab.wait_for_url(lambda url: url != here)
