"""What is always true of a public page: nothing kept, nothing from elsewhere, small, the same without a script."""

import gzip
from urllib.parse import urlsplit

import pytest

from campagne.headers import policy_for
from tests.whole.screens import SCREENS, show

KILOBYTE = 1000
PAGE, STEP = 130 * KILOBYTE, 80 * KILOBYTE
SMALL_SCREENS = ("quiz", "module step", "last module step")
MOST_REQUESTS = 10
STYLE, SCRIPT = 10 * KILOBYTE, 5 * KILOBYTE
TEXTS = ("text/", "javascript", "svg", "json")


def compressed(response) -> int:
    """The size of an answer as it travels: texts compressed, pictures as they are."""
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(gzip.compress(body)) if any(text in kind for text in TEXTS) else len(body)


@pytest.fixture
def visit(open_page, addresses, site):
    """Open a screen and give the tab with every answer of its last page."""

    def open_screen(screen: str, **options):
        tab = open_page("/-/live", **options)
        answers: list = []
        tab.on("request", lambda request: answers.clear() if request.is_navigation_request() else None)
        tab.on("response", lambda response: answers.append(response))
        show(tab, screen, addresses)
        tab.wait_for_load_state("networkidle")
        return tab, answers

    return open_screen


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_kept_and_nothing_comes_from_elsewhere(visit, site, screen):
    tab, answers = visit(screen)

    assert tab.context.cookies() == []
    assert tab.evaluate("localStorage.length + sessionStorage.length") == 0
    assert tab.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert {urlsplit(answer.url).netloc for answer in answers} == {urlsplit(site.url).netloc}
    assert [answer.url for answer in answers if answer.status >= 400 and answer.url != tab.url] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_small(visit, screen):
    _, answers = visit(screen, width=390)

    sizes = {answer.url: compressed(answer) for answer in answers if answer.request.method == "GET" and answer.ok}
    assert sum(sizes.values()) <= (STEP if screen.startswith(SMALL_SCREENS) else PAGE), sizes
    assert len([answer for answer in answers if answer.request.method == "GET"]) <= MOST_REQUESTS
    assert sum(size for url, size in sizes.items() if ".css" in url) <= STYLE
    assert sum(size for url, size in sizes.items() if ".js" in url) <= SCRIPT


@pytest.mark.parametrize("screen", SCREENS)
def test_without_javascript_it_says_the_same(visit, screen):
    with_script, _ = visit(screen)
    without, _ = visit(screen, javascript=False)

    assert without.locator("main").inner_text() == with_script.locator("main").inner_text()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_policy_is_strict_and_nothing_is_written_inline(visit, screen):
    tab, answers = visit(screen)

    page = next(answer for answer in answers if answer.url == tab.url)
    assert page.headers["content-security-policy"] == policy_for(urlsplit(tab.url).path)
    assert page.headers["referrer-policy"] == "same-origin"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in page.headers
    assert "cookie" not in page.headers.get("vary", "").lower()
    assert tab.locator("[style], style, script:not([src]), [onclick], [onload]").count() == 0
