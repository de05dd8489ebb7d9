"""An editor who writes too much in one sentence: the coach says so beside the page, before anybody reads it."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.staff import log_in

LONG = (
    "Indien u een bericht krijgt van iemand die u niet kent en die u vraagt om geld over te maken naar een andere"
    " rekening, dient u onverwijld te bellen met de bank van wie u de rekening hebt."
)
INDEX = """
from campagne.content.models import ArticleIndexPage
print(ArticleIndexPage.objects.get(municipality__slug="stein").pk)
"""


@pytest.fixture
def desk(site, open_page) -> Page:
    tab = open_page("/-/live")
    log_in(tab, site, "redacteur-stein")
    tab.goto(f"/beheer/pages/add/content/articlepage/{site.manage('shell', '-v', '0', '-c', INDEX).strip()}/")
    return tab


def test_a_long_sentence_with_a_difficult_word_is_told_beside_the_page(desk):
    desk.locator("[name=title]").fill("Bel uw bank")
    desk.locator("[name=summary]").fill(LONG)

    desk.locator("[data-side-panel-toggle=checks]").click()
    coach = desk.locator("[data-language-coach]")

    expect(coach.get_by_text("Zin is te lang")).to_be_visible(timeout=30_000)
    expect(coach.locator("li", has_text="Moeilijk woord").filter(has_text="Indien")).to_contain_text(
        "Makkelijker: ‘als’"
    )
    expect(coach).to_contain_text("Dit zijn signalen, geen cijfer.")
    expect(coach).to_contain_text("Nog niet getest met de doelgroep.")
    marked = desk.frame_locator("#w-preview-iframe").locator("wagtail-inline-userbar[data-error-name='Zin is te lang']")
    expect(marked).to_have_count(1, timeout=30_000)
