"""Somebody goes back with the button of a browser that keeps pages as they were, and answers again."""

import pytest

from tests.arriving import arrive_by, arriving
from tests.conftest import launched


@pytest.fixture(scope="module")
def chromium():
    """Chromium as people have it: pages stay in memory, which tests usually switch off."""
    with launched(ignore_default_args=["--disable-back-forward-cache"]) as browser:
        yield browser


def test_an_answer_that_is_changed_after_going_back_is_kept(open_page):
    tab = open_page("/quiz/wat-weet-u-van-oplichting/")
    arrive_by(tab.get_by_role("button", name="Start de quiz"))
    arrive_by(tab.get_by_role("link", name="Ga verder"))
    choose(tab, 0)
    first = tab.url.removesuffix("3/") + "2/"

    # The page as it was kept comes first, and has loaded long ago; what loads is the one that takes its place.
    with arriving(tab):
        tab.evaluate("history.back()")
    assert tab.url == first
    choose(tab, 1)

    tab.goto(first)
    assert tab.locator(".choice input").nth(1).is_checked()


def choose(tab, which: int) -> None:
    """Choose an answer, send it in, and wait for the next question."""
    tab.locator(".choice").nth(which).click()
    arrive_by(tab.get_by_role("button", name="Geef antwoord"))
    assert tab.url.endswith("/3/")
