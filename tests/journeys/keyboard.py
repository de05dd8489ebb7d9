"""Somebody who uses the keyboard alone."""

from playwright.sync_api import Page

from tests.arriving import arriving

FOCUSED = """() => {
  const element = document.activeElement;
  const label = element?.labels?.[0]?.innerText ?? element?.innerText ?? "";
  return `${element?.tagName} ${element?.type ?? ""} ${label}`.replace(/\\s+/g, " ").trim();
}"""
MOST_TABS = 80


def go_to(tab: Page, *names: str) -> None:
    """Press Tab until one of these has the focus."""
    for _ in range(MOST_TABS):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(FOCUSED)
        if any(name in focused for name in names):
            return
    raise AssertionError(f"{names} cannot be reached with {MOST_TABS} times Tab; the focus is on {focused!r}")


def arrive_by_key(tab: Page, *names: str) -> None:
    """Go to what leads to another page, press Enter there, and wait for that page."""
    go_to(tab, *names)
    with arriving(tab):
        tab.keyboard.press("Enter")
