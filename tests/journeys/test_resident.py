"""A resident on a phone: says who they are, follows a lesson, does the quiz and learns whom to call."""

import re

import pytest

PHONE = 320


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_somebody_who_reads_with_difficulty_learns_and_ends_at_the_right_contact(open_page, javascript):
    tab = open_page("/", width=PHONE, javascript=javascript)

    tab.get_by_role("link", name="Ik lees liever makkelijk").click()
    tab.locator("main").get_by_role("link", name="Klik & Tik: veilig online").first.click()
    follow_every_step(tab)
    tab.get_by_role("button", name="Start de quiz").click()
    answer_every_question(tab)
    tab.get_by_role("button", name="Klaar: bekijk de uitslag").click()

    assert re.search(r"U had \d+ van de \d+ goed", tab.locator("h1").inner_text())
    assert tab.get_by_role("heading", name="Wat doe ik nu?").is_visible()
    assert tab.locator(".next-step a[href^='tel:']").count() > 0
    assert tab.context.cookies() == []


def follow_every_step(tab) -> None:
    """Go from the beginning of a module to its last step, which says how far one is each time."""
    total = tab.locator("main ol.steps li").count()
    tab.get_by_role("link", name="Begin met stap 1").click()
    for number in range(1, total):
        assert f"Stap {number} van {total}" in tab.locator("main").inner_text()
        tab.get_by_role("link", name="Volgende stap").click()
    assert tab.get_by_text("Dit was de laatste stap").is_visible()


def answer_every_question(tab) -> None:
    """Answer with the first option each time, and go on wherever there is something to read, up to the end."""
    onward = re.compile("^(Ga verder|Volgende vraag|Naar het overzicht)")
    while not tab.get_by_role("button", name="Klaar: bekijk de uitslag").count():
        choices = tab.locator("main input:is([type=radio], [type=checkbox])")
        if choices.count():
            choices.first.check()
            tab.get_by_role("button", name="Geef antwoord").click()
        elif tab.get_by_role("button", name="Bekijk wat goed is").count():
            tab.get_by_role("button", name="Bekijk wat goed is").click()
        else:
            tab.locator("main").get_by_role("link", name=onward).first.click()


def test_an_entrepreneur_picks_a_theme_and_finds_a_number(open_page):
    tab = open_page("/", width=PHONE)

    tab.get_by_role("link", name="Ondermijning").first.click()
    tab.locator("main").get_by_role("link", name="drugslab").first.click()

    assert tab.locator("a[data-channel][href^='tel:']").count() > 0


def test_a_changed_mind_counts_until_the_explanation(open_page):
    tab = open_page("/quiz/bank-belt/")
    tab.get_by_role("button", name="Start de quiz").click()
    question = tab.url
    tab.get_by_role("button", name="Weet ik niet").click()
    tab.wait_for_url("**/uitleg/")

    tab.goto(question)

    assert "Uw eerste antwoord telt" in tab.locator("main").inner_text()


def test_nothing_chosen_is_asked_again_and_nothing_is_lost(open_page):
    tab = open_page("/quiz/bank-belt/", width=PHONE)
    tab.get_by_role("button", name="Start de quiz").click()

    tab.get_by_role("button", name="Geef antwoord").click()

    assert tab.title().startswith("Fout: ")
    assert tab.get_by_role("heading", name="Er ging iets mis").is_visible()
    tab.locator("main input[type=radio]").first.check()
    tab.get_by_role("button", name="Geef antwoord").click()
    tab.wait_for_url("**/uitleg/")
