"""A resident on a phone: says who they are, follows a lesson, does the quiz and learns whom to call."""

import re

import pytest

from tests.arriving import arrive_by

PHONE = 320


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_somebody_who_reads_with_difficulty_learns_and_ends_at_the_right_contact(open_page, javascript):
    tab = open_page("/", width=PHONE, javascript=javascript)

    arrive_by(tab.get_by_role("link", name="Ik lees liever makkelijk"))
    arrive_by(tab.locator("main").get_by_role("link", name="Klik & Tik: veilig online").first)
    follow_every_step(tab)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    answer_every_question(tab)
    arrive_by(tab.get_by_role("button", name="Klaar: bekijk de uitslag"))

    assert re.search(r"U had \d+ van de \d+ goed", tab.locator("h1").inner_text())
    assert tab.get_by_role("heading", name="Wat doe ik nu?").is_visible()
    assert tab.locator(".next-step a[href^='tel:']").count() > 0
    assert tab.context.cookies() == []


def follow_every_step(tab) -> None:
    """Go from the beginning of a module to its last step, which says how far one is each time."""
    total = tab.locator("main ol.steps li").count()
    arrive_by(tab.get_by_role("link", name="Begin met stap 1"))
    for number in range(1, total):
        assert f"Stap {number} van {total}" in tab.locator("main").inner_text()
        arrive_by(tab.get_by_role("link", name="Volgende stap"))
    assert tab.get_by_text("Dit was de laatste stap").is_visible()


def answer_every_question(tab) -> None:
    """Answer with the first option each time, and go on wherever there is something to read, up to the end."""
    onward = re.compile("^(Ga verder|Volgende vraag|Naar het overzicht)")
    while not tab.get_by_role("button", name="Klaar: bekijk de uitslag").count():
        choices = tab.locator("main input:is([type=radio], [type=checkbox])")
        if choices.count():
            choices.first.check()
            arrive_by(tab.get_by_role("button", name="Geef antwoord"))
        elif tab.get_by_role("button", name="Bekijk wat goed is").count():
            arrive_by(tab.get_by_role("button", name="Bekijk wat goed is"))
        else:
            arrive_by(tab.locator("main").get_by_role("link", name=onward).first)


def test_an_entrepreneur_picks_a_theme_and_finds_a_number(open_page):
    tab = open_page("/", width=PHONE)

    arrive_by(tab.get_by_role("link", name="Ondermijning").first)
    arrive_by(tab.locator("main").get_by_role("link", name="drugslab").first)

    assert tab.locator("a[data-channel][href^='tel:']").count() > 0


def test_a_changed_mind_counts_until_the_explanation(open_page):
    tab = open_page("/quiz/bank-belt/")
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    question = tab.url
    arrive_by(tab.get_by_role("button", name="Weet ik niet"))
    assert tab.url.endswith("/uitleg/")

    tab.goto(question)

    assert "Uw eerste antwoord telt" in tab.locator("main").inner_text()


def test_nothing_chosen_is_asked_again_and_nothing_is_lost(open_page):
    tab = open_page("/quiz/bank-belt/", width=PHONE)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))

    arrive_by(tab.get_by_role("button", name="Geef antwoord"))

    assert tab.title().startswith("Fout: ")
    assert tab.get_by_role("heading", name="Er ging iets mis").is_visible()
    tab.locator("main input[type=radio]").first.check()
    arrive_by(tab.get_by_role("button", name="Geef antwoord"))
    assert tab.url.endswith("/uitleg/")
