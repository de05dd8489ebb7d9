"""Somebody who reads with difficulty listens to a quiz on a small telephone; an editor keeps its sound honest."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.arriving import arrive_by, wait_until
from tests.journeys.keyboard import arrive_by_key, go_to
from tests.journeys.staff import log_in

QUIZ = "/quiz/veilig-met-pas-en-telefoon/"
QUESTION = "Stel dat het u overkomt."
NARROW = 320
MOST_BYTES = 80_000
# Speak fast, and write down each text at the moment that it is marked.
TELL_WHAT_IS_MARKED = """() => {
  window.told = [];
  document.querySelectorAll("audio").forEach(player => { player.defaultPlaybackRate = player.playbackRate = 4 });
  new MutationObserver(changes => changes.forEach(({ target }) => {
    if (target.hasAttribute("data-spoken")) window.told.push(target.innerText.trim());
  })).observe(document.body, { subtree: true, attributeFilter: ["data-spoken"] });
}"""


def begin(open_page, **options) -> Page:
    tab = open_page(QUIZ, width=NARROW, **options)
    arrive_by(tab.get_by_role("button", name="Makkelijk lezen en luisteren"))
    assert tab.url.endswith("/1/")
    return tab


def fits(tab: Page) -> bool:
    return tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_who_uses_the_keyboard_alone_hears_and_answers_every_question(open_page):
    tab = open_page(QUIZ, width=NARROW)
    arrive_by_key(tab, "Makkelijk lezen en luisteren")
    assert tab.url.endswith("/1/")

    while "/overzicht/" not in tab.url:
        assert fits(tab)
        go_to(tab, "BUTTON button Luister")
        tab.keyboard.press("Enter")
        expect(tab.locator("[data-spoken]")).to_have_count(1)
        go_to(tab, "INPUT radio")
        tab.keyboard.press("Space")
        expect(tab.locator("[data-spoken]")).to_have_count(0)
        arrive_by_key(tab, "Geef antwoord")
        assert fits(tab)
        arrive_by_key(tab, "Volgende vraag", "Naar het overzicht")

    assert tab.get_by_text("Mijn bank").or_(tab.get_by_text("Niemand")).count()


def test_without_a_script_the_players_of_the_browser_remain(open_page):
    tab = begin(open_page, javascript=False)

    for _ in range(6):
        tab.locator("summary", has_text="Luister").click()
        players = tab.locator("audio")
        assert players.count() == 1 + tab.locator(".choice").count() + tab.locator(".message").count()
        assert players.first.is_visible()
        assert fits(tab)
        tab.locator(".choice").first.click()
        arrive_by(tab.get_by_role("button", name="Geef antwoord"))
        assert "Computerstem" in tab.locator("main").inner_text()
        arrive_by(tab.get_by_role("link", name=re.compile("Volgende vraag|Naar het overzicht")))

    arrive_by(tab.get_by_role("button", name="Klaar: bekijk de uitslag"))
    assert "U had" in tab.locator("h1").inner_text()


def test_one_button_speaks_the_question_and_then_the_answers_and_marks_them(open_page):
    tab = begin(open_page)
    tab.evaluate(TELL_WHAT_IS_MARKED)

    tab.get_by_role("button", name="Luister", exact=True).click()
    # The button says "Luister" for a moment between the last two texts as well.
    wait_until(tab, "window.told.length >= 4")
    expect(tab.locator("[data-spoken]")).to_have_count(0)
    expect(tab.get_by_role("button", name="Luister", exact=True)).to_be_visible()

    told = tab.evaluate("window.told")
    assert [text[:12] for text in told] == ["Een man belt", "Ik maak het ", "Ik hang op.", "Ik vraag hoe"]


def test_an_answer_has_a_button_of_its_own(open_page):
    tab = begin(open_page)
    tab.evaluate(TELL_WHAT_IS_MARKED)

    tab.get_by_role("button", name="Luister: Antwoord 2: Ik hang op.").click()
    wait_until(tab, "window.told.length")
    expect(tab.locator("[data-spoken]")).to_have_count(0)

    assert tab.evaluate("window.told") == ["Ik hang op."]
    assert not tab.get_by_role("radio", name="Ik hang op.").is_checked()


def test_a_question_is_small_and_its_sound_is_fetched_only_when_asked_for(open_page):
    answers = []
    tab = open_page(QUIZ, width=NARROW)
    tab.on("response", lambda answer: answers.append(answer))
    arrive_by(tab.get_by_role("button", name="Makkelijk lezen en luisteren"))
    tab.wait_for_load_state("networkidle")

    assert not [answer.url for answer in answers if "/sounds/" in answer.url]
    assert sum(answer.request.sizes()["responseBodySize"] for answer in answers) < MOST_BYTES


def test_no_sound_gives_words_to_read(open_page):
    tab = begin(open_page)
    tab.route("**/sounds/**", lambda route: route.abort())

    tab.get_by_role("button", name="Luister", exact=True).click()

    expect(tab.get_by_text("Het geluid doet het nu niet.")).to_be_visible()


@pytest.fixture
def desk(site, open_page) -> Page:
    tab = open_page("/-/live")
    log_in(tab, site, "redacteur-regio")
    tab.goto("/beheer/snippets/quiz/question/?q=overkomt")
    arrive_by(tab.get_by_role("link", name=re.compile(QUESTION)).first)
    return tab


def sound_at(desk: Page, edit: str, place: str) -> Locator:
    desk.goto(edit.replace("/edit/", "/geluid/"))
    return desk.locator(place)


def test_an_editor_sees_that_a_changed_text_has_no_sound_and_nobody_hears_the_old_one(desk):
    edit = desk.url
    rewrite(desk, "Praten helpt. U bent niet alleen.", "Praat met iemand. U bent niet alleen.")

    stale = sound_at(desk, edit, "#explanation-easy")
    expect(stale).to_contain_text("verouderd")
    expect(stale).to_contain_text("‘Praten helpt. U bent niet alleen.’")

    desk.goto(edit)
    rewrite(desk, "Praat met iemand. U bent niet alleen.", "Praten helpt. U bent niet alleen.")
    expect(sound_at(desk, edit, "#explanation-easy")).to_contain_text("goed")


def rewrite(desk: Page, before: str, after: str) -> None:
    """Change the easy explanation and publish, calling it what it is if the screen asks."""
    panel = desk.locator("section[aria-labelledby]", has=desk.get_by_role("heading", name="In makkelijke taal (A2)"))
    panel.get_by_role("button", name="Toon/verberg sectie").first.click()
    field = desk.get_by_role("textbox", name="Uitleg in makkelijke taal").last
    expect(field).to_have_value(before)
    field.fill(after)
    publish(desk)
    if desk.locator(".messages .error").count():
        desk.get_by_role("radio", name=re.compile("Cosmetisch")).check(force=True)
        publish(desk)
    expect(desk.locator(".messages .success")).to_be_visible()


def publish(desk: Page) -> None:
    desk.get_by_role("button", name="Meer acties").click()
    arrive_by(desk.get_by_role("button", name="Publiceren"))
