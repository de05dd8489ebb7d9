"""Somebody takes a quiz that measures: questions, a lesson, the same questions, and then what was right."""

from tests.arriving import arrive_by
from tests.journeys.keyboard import arrive_by_key, go_to

QUIZ = "/quiz/wat-weet-u-van-oplichting/"
PHONE = 320
MEASURED = 5
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_on_a_phone_without_a_script_somebody_sees_what_was_learned(open_page):
    tab = open_page(QUIZ, width=PHONE, javascript=False)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    go_on(tab)
    answer(tab, MEASURED, choice=0)
    assert tab.url.endswith("/vooraf/")
    go_on(tab)
    go_on(tab)
    answer(tab, 1, choice=1)
    go_on(tab)
    answer(tab, MEASURED, choice=1)
    assert tab.url.endswith("/achteraf/")
    arrive_by(tab.get_by_role("button", name="Bekijk wat goed is"))

    compared = tab.locator(".compared")
    assert compared.count() == MEASURED
    assert {fits(tab), compared.first.locator(".feedback").is_visible()} == {True}
    go_on(tab)
    go_on(tab)
    answer(tab, 1, choice=0)
    arrive_by(tab.get_by_role("button", name="Klaar: bekijk de uitslag"))
    assert "had u er vooraf" in tab.locator("main").inner_text()
    assert tab.context.cookies() == []


def test_with_the_keyboard_alone_somebody_comes_to_what_is_right(open_page):
    tab = open_page(QUIZ)
    arrive_by_key(tab, "Start de quiz")
    arrive_by_key(tab, "Ga verder")
    for _ in range(MEASURED):
        arrive_by_key(tab, "Weet ik niet")
    arrive_by_key(tab, "Ga verder")
    arrive_by_key(tab, "Ga verder")
    arrive_by_key(tab, "Weet ik niet")
    arrive_by_key(tab, "Ga verder")
    for _ in range(MEASURED):
        go_to(tab, "INPUT")
        tab.keyboard.press("Space")
        arrive_by_key(tab, "Geef antwoord")
    arrive_by_key(tab, "Bekijk wat goed is")

    assert tab.get_by_role("heading", name="Dit is goed").is_visible()


def test_going_back_after_the_lesson_began_changes_nothing_and_says_so(open_page):
    tab = open_page(QUIZ)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    go_on(tab)
    answer(tab, MEASURED, choice=0)
    go_on(tab)
    lesson = tab.url

    tab.go_back()
    tab.go_back()
    tab.reload()

    assert "Wat u eerst antwoordde, telt" in tab.locator("main").inner_text()
    answer(tab, 1, choice=1)
    tab.goto(lesson)
    assert "Vijf dingen om te onthouden" in tab.locator("h1").inner_text()


def test_somebody_stops_in_the_middle_and_throws_everything_away_also_in_another_tab(open_page):
    tab = open_page(QUIZ, width=PHONE)
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    go_on(tab)
    answer(tab, 2, choice=0)
    other = tab.context.new_page()
    other.goto(tab.url)

    arrive_by(tab.get_by_role("link", name="Stoppen"))
    assert fits(tab)
    arrive_by(tab.get_by_role("button", name="Stop, gooi mijn antwoorden weg"))

    assert "Er zijn geen antwoorden van u" in tab.locator("h1").inner_text()
    answer(other, 1, choice=0)
    arrive_by(other.get_by_role("link", name="Overzicht"))
    assert other.get_by_text("Overgeslagen").count() == 2


def answer(tab, times: int, *, choice: int) -> None:
    """Answer so many questions, each with the option at this place."""
    for _ in range(times):
        assert fits(tab), tab.url
        tab.locator("main input[type=radio]").nth(choice).check()
        arrive_by(tab.get_by_role("button", name="Geef antwoord"))


def go_on(tab) -> None:
    arrive_by(tab.locator("main").get_by_role("link", name="Ga verder"))


def fits(tab) -> bool:
    """Tell whether nothing has to be scrolled sideways."""
    return tab.evaluate(OVERFLOW) <= 0
