"""Every kind of question, by somebody on a small phone without JavaScript and by somebody with only a keyboard."""

import pytest

from campagne.demo.catalogue import read_catalogue
from tests.arriving import arrive_by
from tests.journeys.keyboard import arrive_by_key, go_to

PHONE, SMALLEST_TARGET = 320, 48
KINDS = {
    "single": "signalen-drugslab",
    "multiple": "signalen-welke",
    "true_false": "signalen-bewijs",
    "order": "chemelot-volgorde",
    "scale": "signalen-voornemen",
    "real_or_fake": "echt-of-nep-bibliotheek",
    "channel": "echt-of-nep-meldkanaal",
}
TITLES = {"order": "De goede volgorde", "scale": "Uw antwoord"}
TOO_SMALL = """smallest => [...document.querySelectorAll("main :is(.choice, .button, .order__move, .quiz__way)")]
  .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < smallest)
  .map((target) => target.innerText)"""
CHOSEN = """() => [...document.querySelectorAll("main [name=option]")]
  .filter((part) => part.checked || part.type === "hidden").map((part) => part.value)"""


@pytest.fixture
def ask(open_page):
    """Open the question of a kind in the demo: `ask("order", width=320)`."""
    place = {
        question.id: (quiz.slug, number)
        for quiz in read_catalogue().quizzes
        for number, question in enumerate(quiz.questions, 1)
    }

    def open_question(kind: str, **options):
        slug, number = place[KINDS[kind]]
        tab = open_page(f"/quiz/{slug}/", **options)
        arrive_by(tab.get_by_role("button", name="Start de quiz"))
        tab.goto(tab.url.removesuffix("1/") + f"{number}/")
        return tab

    return open_question


@pytest.mark.parametrize("kind", KINDS)
def test_on_a_small_phone_without_javascript(ask, kind):
    tab = ask(kind, width=PHONE, javascript=False)
    question = tab.url

    assert tab.evaluate("document.scrollingElement.scrollWidth") <= PHONE
    assert tab.evaluate(TOO_SMALL, SMALLEST_TARGET) == []
    given = move_the_first_down(tab) if kind == "order" else choose_the_last(tab)
    arrive_by(tab.get_by_role("button", name="Geef antwoord"))

    assert tab.url.endswith("/uitleg/")
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= PHONE
    assert tab.get_by_role("heading", name=TITLES.get(kind, "De antwoorden")).is_visible()
    tab.goto(question)
    assert tab.evaluate(CHOSEN) == given


@pytest.mark.parametrize("kind", KINDS)
def test_with_the_keyboard_alone(ask, kind):
    tab = ask(kind)

    if kind == "order":
        before = tab.evaluate(CHOSEN)
        go_to(tab, "Omlaag")
        for _ in before:
            tab.keyboard.press("Enter")
        given = [*before[1:], before[0]]
        assert f"nu op plaats {len(before)}" in tab.evaluate("document.activeElement.innerText")
    else:
        go_to(tab, "INPUT")
        tab.keyboard.press("Space")
        given = tab.evaluate(CHOSEN)
    assert tab.evaluate(CHOSEN) == given != []
    arrive_by_key(tab, "Geef antwoord")

    assert tab.url.endswith("/uitleg/")
    assert tab.locator(".feedback__word").is_visible()
    tab.go_back()
    assert tab.evaluate(CHOSEN) == given


def test_dragging_is_an_extra_that_gives_the_same_as_the_buttons(ask):
    tab = ask("order")
    before = tab.evaluate(CHOSEN)
    grips = tab.locator(".order__place")

    first, last = grips.first.bounding_box(), grips.last.bounding_box()
    tab.mouse.move(first["x"] + 10, first["y"] + 10)
    tab.mouse.down()
    tab.mouse.move(first["x"] + 10, last["y"] + last["height"], steps=12)
    tab.mouse.up()

    assert tab.evaluate(CHOSEN) == [*before[1:], before[0]]
    assert grips.all_inner_texts() == ["1", "2", "3", "4"]
    assert tab.locator(".order__move:disabled").count() == 2


def move_the_first_down(tab) -> list[str]:
    """Without a script every move is a new page; the focus goes along."""
    before = tab.evaluate(CHOSEN)
    arrive_by(tab.get_by_role("button", name="Omlaag").first)
    after = [before[1], before[0], *before[2:]]
    assert tab.evaluate(CHOSEN) == after
    assert tab.evaluate("document.activeElement.value") == f"down:{before[0]}"
    return after


def choose_the_last(tab) -> list[str]:
    tab.locator("main input:is([type=radio], [type=checkbox])").last.check()
    return tab.evaluate(CHOSEN)
