"""Every screen can be used by everybody: by axe, and by behaviour where axe does not see it."""

from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.whole.screens import PAGE_TYPES, SCREENS, show

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "preload": False,
}
FOCUS_RING = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  return {
    name: element.outerHTML.slice(0, 120),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
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


@cache
def axe() -> Axe:
    return Axe()


def test_every_page_type_is_a_screen(addresses):
    known = set(PAGE_TYPES)

    assert {name for name in addresses if name.endswith("Page")} == known


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, addresses, screen, width):
    tab = open_page("/-/live", width=width)
    show(tab, screen, addresses)

    found = axe().run(tab, options=RULES).response["violations"]

    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("screen", SCREENS)
def test_focus_shows_everywhere_and_targets_are_large(open_page, addresses, screen):
    tab = open_page("/-/live", width=320)
    show(tab, screen, addresses)
    tab.evaluate("() => { document.activeElement?.blur(); window.getSelection().removeAllRanges(); }")

    stops = walk_through(tab)

    assert len(stops) > 3
    assert [stop["name"] for stop in stops if stop["ring"] < 2] == []
    assert tab.evaluate(SMALL_TARGETS) == []


def walk_through(tab) -> list[dict]:
    """Press Tab until the focus comes round; what had the focus, in order."""
    stops: list[dict] = []
    for _ in range(MOST_TABS):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUS_RING)
        if stop is None or (stops and stop["key"] == stops[0]["key"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_has_one_title_one_main_and_a_skip_link_first(open_page, addresses, screen):
    tab = open_page("/-/live", javascript=False)
    show(tab, screen, addresses)

    assert tab.locator("h1").count() == 1
    assert tab.locator("main").count() == 1
    assert tab.locator("body a").first.get_attribute("href") == "#inhoud"
    assert tab.locator("html").get_attribute("lang") == "nl"
    assert tab.locator("footer a[href='/toegankelijkheid/']").count() == 1
    ids = tab.locator("[id]").evaluate_all("found => found.map(element => element.id)")
    assert sorted(ids) == sorted(set(ids))
