"""What is always true of a screen: for everybody, small, plain without a script, nothing kept, nothing from elsewhere.

Each screen is opened once small and once without JavaScript; all tests look at those two, some also when it is small.
"""

import gzip
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, Response

from campagne.headers import policy_for
from tests.whole.screens import PAGE_TYPES, SCREENS, show

pytestmark = pytest.mark.once

WIDE, NARROW, HEIGHT = 1280, 320, 900
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "preload": False,
}
# The ring may be drawn by the element, by a part of it, or by the card around it.
FOCUS_RING = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const width = (style) => (style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth));
  const around = [element, element.parentElement, element.parentElement?.parentElement, element.closest("li, article")];
  const rings = around.filter(Boolean).flatMap((each) => [
    width(getComputedStyle(each)), width(getComputedStyle(each, "::after")), width(getComputedStyle(each, "::before")),
  ]);
  return {
    name: element.outerHTML.slice(0, 120),
    ring: Math.max(...rings),
    key: [...document.querySelectorAll("*")].indexOf(element),
  };
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "button, summary, select, input:not([type=hidden], [type=radio], [type=checkbox]), label.choice, nav a, .button"
  )]
  .filter((element) => element.getClientRects().length && getComputedStyle(element).visibility !== "hidden")
  .filter((element) => !element.closest(".breadcrumb, .skip-link"))
  .filter((element) => element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML.slice(0, 120))"""
MOST_TABS = 120
KILOBYTE = 1000
PAGE, STEP = 130 * KILOBYTE, 80 * KILOBYTE
SMALL_SCREENS = ("quiz", "plan question", "module step", "last module step", "participant")
MOST_REQUESTS = 10
STYLE, SCRIPT = 10 * KILOBYTE, 5 * KILOBYTE
OWN_STYLE = 2.5 * KILOBYTE
"""What screens of a group may have above the style of the site."""
TEXTS = ("text/", "javascript", "svg", "json")
KEYS = "Toetsen: → of PageDown is de grote knop, ← of PageUp is terug. Zo werkt ook een klikker."
ONLY_WITH_A_SCRIPT = {"Print deze pagina", "Luister", KEYS, "Op dit apparaat is niets bewaard."}
ONLY_WITHOUT_A_SCRIPT = {
    *("Gaat de groep verder?", "Verder", "Luister per stukje"),
    "In deze browser kunt u niets bewaren. Dat kan alleen met JavaScript, en niet in elke browser. "
    "Wilt u de tekst bij u hebben? Open de pagina en print haar.",
    "In deze browser kan niets worden bewaard. Dat kan alleen met JavaScript, en niet in elke browser.",
}
BEGINS_ONLY_WITH_A_SCRIPT = "Bewaar op dit apparaat: "
FEWEST_STOPS = 3


@dataclass
class Visit:
    """A tab on a screen, and every answer that its last page was made of when it was opened."""

    tab: Page
    asked: list[Request] = field(default_factory=list)

    def hear(self, request: Request) -> None:
        """Remember what is asked for; a new page begins anew."""
        if request.is_navigation_request():
            self.asked.clear()
        self.asked.append(request)

    @property
    def answers(self) -> list[Response]:
        return [answer for request in self.asked if (answer := request.response())]

    @property
    def document(self) -> Response:
        return next(answer for answer in self.answers if answer.url == self.tab.url.split("#")[0])

    def sizes(self) -> dict[str, int]:
        """What was fetched, as it travels: texts compressed, pictures as they are."""
        fetched = [answer for answer in self.answers if answer.request.method == "GET" and answer.status < 300]
        return {answer.url: compressed(answer) for answer in fetched}


def compressed(answer: Response) -> int:
    body, kind = answer.body(), answer.headers.get("content-type", "")
    return len(gzip.compress(body)) if any(text in kind for text in TEXTS) else len(body)


@cache
def axe() -> Axe:
    return Axe()


@pytest.fixture(scope="module", params=SCREENS)
def screen(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def visit(chromium, site, addresses, screen):
    """Open the screen: `visit(width=320, javascript=True)`."""
    contexts = []

    def opened(*, width: int, javascript: bool) -> Visit:
        context = chromium.new_context(
            base_url=site.url,
            viewport={"width": width, "height": HEIGHT},
            locale="nl-NL",
            java_script_enabled=javascript,
        )
        contexts.append(context)
        visit = Visit(context.new_page())
        visit.tab.on("request", visit.hear)
        show(visit.tab, screen, addresses)
        if javascript:
            visit.tab.wait_for_load_state("networkidle")
        visit.tab.remove_listener("request", visit.hear)
        return visit

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def small(visit) -> Visit:
    """As on a phone, with JavaScript."""
    return visit(width=NARROW, javascript=True)


@pytest.fixture(scope="module")
def plain(visit) -> Visit:
    """The same without JavaScript."""
    return visit(width=NARROW, javascript=False)


def test_every_page_type_is_a_screen(addresses):
    assert {name for name in addresses if name.endswith("Page")} == set(PAGE_TYPES)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(small, width):
    tab = small.tab
    tab.set_viewport_size({"width": width, "height": HEIGHT})

    found = axe().run(tab, options=RULES).response["violations"]

    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_targets_are_large(small):
    assert small.tab.evaluate(SMALL_TARGETS) == []


def test_it_is_small(small, screen):
    sizes = small.sizes()

    assert sum(sizes.values()) <= (STEP if screen.startswith(SMALL_SCREENS) else PAGE), sizes
    assert len(sizes) <= MOST_REQUESTS
    assert max(size for url, size in sizes.items() if ".css" in url) <= STYLE
    assert sum(size for url, size in sizes.items() if ".css" in url) <= STYLE + OWN_STYLE
    assert sum(size for url, size in sizes.items() if ".js" in url) <= SCRIPT


def test_nothing_is_kept_and_nothing_comes_from_elsewhere(small, site):
    assert small.tab.context.cookies() == []
    assert small.tab.evaluate("localStorage.length + sessionStorage.length") == 0
    assert small.tab.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert {urlsplit(answer.url).netloc for answer in small.answers} == {urlsplit(site.url).netloc}
    assert [answer.url for answer in small.answers if answer.status >= 400 and answer != small.document] == []


def test_the_policy_is_strict_and_nothing_is_written_inline(small):
    headers = small.document.headers

    assert headers["content-security-policy"] == policy_for(urlsplit(small.tab.url).path)
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers
    assert "cookie" not in headers.get("vary", "").lower()
    assert small.tab.locator("[style], style, script:not([src]), [onclick], [onload]").count() == 0


def test_without_javascript_it_says_the_same(small, plain):
    with_script, without = (visit.tab.locator("main").inner_text().splitlines() for visit in (small, plain))

    left_out = {"", *ONLY_WITH_A_SCRIPT, *ONLY_WITHOUT_A_SCRIPT}
    said = [line for line in with_script if not line.startswith(BEGINS_ONLY_WITH_A_SCRIPT)]
    assert [line for line in said if line.strip() not in left_out] == [
        line for line in without if line.strip() not in left_out
    ]


def test_it_has_one_title_one_main_and_a_skip_link_first(plain):
    tab = plain.tab

    assert tab.locator("h1").count() == 1
    assert tab.locator("main").count() == 1
    assert tab.locator("body a").first.get_attribute("href") == "#inhoud"
    assert tab.locator("html").get_attribute("lang") == "nl"
    assert tab.locator("footer a[href='/toegankelijkheid/']").count() == 1
    ids = tab.locator("[id]").evaluate_all("found => found.map(element => element.id)")
    assert sorted(ids) == sorted(set(ids))


def test_focus_shows_everywhere(small):
    small.tab.evaluate("() => { document.activeElement?.blur(); window.getSelection().removeAllRanges(); }")

    stops = walk_through(small.tab)

    assert len(stops) >= FEWEST_STOPS
    assert [stop["name"] for stop in stops if stop["ring"] < 2] == []


def walk_through(tab: Page) -> list[dict]:
    """Press Tab until the focus comes round; what had the focus, in order."""
    stops: list[dict] = []
    for _ in range(MOST_TABS):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUS_RING)
        if stop is None or (stops and stop["key"] == stops[0]["key"]):
            break
        stops.append(stop)
    return stops
