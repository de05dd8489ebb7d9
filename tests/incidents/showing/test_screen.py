"""/nu/ in a browser: one request, for everybody, on a small screen, in colours of one's own, on one sheet of paper."""

import re
from functools import partial

import pytest
from axe_playwright_python.sync_playwright import Axe

from campagne.incidents.course import Kind
from campagne.incidents.models import Statement
from campagne.incidents.raising import end
from tests.conftest import launched

pytestmark = [pytest.mark.django_db, pytest.mark.once]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "preload": False,
}
SITE = "http://nu.test"
PICTOGRAMS = ["inside", "close", "ventilation", "listen", "school", "no_call", "wait"]


@pytest.fixture
def answers(client, officers):
    """The page in each state and language, as the site answered it."""
    text = {"text": "Doe alle ramen en alle buitendeuren goed dicht.", "detail": "Ook roosters en de afzuigkap. " * 3}
    page = officers.page
    for each in (page, *page.texts.all()):
        each.acts = [("act", {"pictogram": name, **text}) for name in PICTOGRAMS]
        each.save()
    Statement.objects.create(text_nl="Proef.", text_en="Test.", text_de="Probe.", checked_on="2026-11-03")
    calm = client.get("/nu/")
    incident = officers.raised(own=dict.fromkeys(("nl", "en", "de"), "De A2 is dicht tussen Urmond en Elsloo."))
    live = {path: client.get(path) for path in ("/nu/", "/nu/en/", "/nu/de/")}
    end(incident.pk, 1, Kind.ALL_CLEAR, officers.first, incident.confirmed_at)
    officers.raised(is_exercise=True)
    return {"calm": calm, "exercise": client.get("/nu/de/"), **live}


def test_it_is_for_everybody(answers):
    with launched() as browser:
        found = {name: look(browser, answer) for name, answer in answers.items()}

    assert {name: each for name, each in found.items() if each} == {}


def look(browser, answer) -> list[str]:
    """What is wrong with the page."""
    wrong = []
    for width, colours, javascript in (
        (1280, "none", True),
        (320, "none", True),
        (320, "active", True),
        (320, "none", False),
    ):
        context = browser.new_context(
            viewport={"width": width, "height": 700}, forced_colors=colours, java_script_enabled=javascript
        )
        tab, asked, said = context.new_page(), [], []
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        tab.on("console", lambda message, said=said: said.append(message.text))
        tab.route("**/*", partial(give, answer))
        tab.goto(f"{SITE}/nu/", wait_until="networkidle")
        wrong += [f"asks {url}" for url in asked[1:]] + said
        wrong += ["no main line"] * (tab.get_by_role("heading", level=1).count() != 1)
        if javascript:
            wrong += [rule["id"] for rule in Axe().run(tab, options=RULES).response["violations"]]
            wrong += ["scrolls sideways"] * tab.evaluate("document.documentElement.scrollWidth > innerWidth")
            wrong += ["a small target"] * tab.evaluate(SMALL)
        context.close()
    return [*wrong, *too_much_paper(browser, answer)]


SMALL = """() => [...document.querySelectorAll("nav a, summary, .channels a, .ways a, .state a")]
  .some((element) => element.getBoundingClientRect().height < 43.5)"""


def give(answer, route) -> None:
    """The answer for every address, so that whatever else is asked for is seen and harmless."""
    kept = ("Content-Type", "Content-Security-Policy")
    route.fulfill(body=answer.content.decode(), headers={name: answer[name] for name in kept})


def too_much_paper(browser, answer) -> list[str]:
    tab = browser.new_page()
    tab.route("**/*", partial(give, answer))
    tab.goto(f"{SITE}/nu/")
    sheets = len(re.findall(rb"/Type\s*/Page\b", tab.pdf(prefer_css_page_size=True)))
    incidents = tab.locator("article, .over").count() or 1
    tab.close()
    return [] if sheets <= incidents else [f"{sheets} sheets"]
