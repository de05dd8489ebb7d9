"""Going from page to page in a browser, so that what is asked next is asked of the page that came.

A click alone waits until the answer begins to come, and a key for nothing. `count()`, `is_visible()` and `url` do not
wait either: on a busy machine they would tell of a page that is half there, or of the one before.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page

MOST_SECONDS = 30


@contextmanager
def arriving(tab: Page) -> Iterator[None]:
    """Do something that leads to another page, and wait until all of that page is there, its scripts too.

    Waits for a document that is loaded, because a script may change the address of a page that stays.
    """
    tab.wait_for_load_state()
    with tab.expect_event("load"):
        yield


def arrive_by(way: Locator) -> None:
    """Click what leads to another page."""
    with arriving(way.page):
        way.click()


def wait_until(tab: Page, claim: str) -> None:
    """Ask the page until this is true of it.

    Our policy lets `wait_for_function` look once; when it has to look again it evaluates a text, which is forbidden.
    """
    deadline = time.monotonic() + MOST_SECONDS
    while not tab.evaluate(claim):
        assert time.monotonic() < deadline, f"this did not come true: {claim}"
        tab.wait_for_timeout(50)
