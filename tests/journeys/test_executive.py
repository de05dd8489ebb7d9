"""A mayor: reads six questions and their answers, narrows them down, takes them along, and can change nothing."""

import csv
from contextlib import closing
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.arriving import arrive_by
from tests.journeys.staff import log_in
from tests.whole.test_screens import NARROW, RULES, WIDE

QUESTIONS = [
    "Bereiken we ze?",
    "Lezen ze het?",
    "Weten ze wat te doen?",
    "Zouden ze melden?",
    "Zetten ze een stap?",
    "Wat zegt het officiële cijfer?",
]
OUR_PART = {"include": [[".figures"]]}
SMALL_TARGETS = """() =>
  [...document.querySelectorAll(".figures :is(summary, select, input:not([type=hidden]), .button)")]
  .filter((element) => element.getBoundingClientRect().height < 43.5)
  .map((element) => element.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def counted(site, chromium) -> None:
    """Somebody looked at the modules, and that was counted."""
    with closing(chromium.new_context(base_url=site.url, locale="nl-NL")) as visitor:
        tab = visitor.new_page()
        with tab.expect_request(lambda request: request.url.endswith("/m")):
            tab.goto("/modules/")
        tab.wait_for_load_state("networkidle")
    site.manage("count_inbox", "--now")


@pytest.fixture
def dashboard(site, open_page):
    """The dashboard, reached through the menu: `dashboard(width=320)`."""

    def reached(width: int = WIDE) -> Page:
        tab = open_page("/-/live", width=WIDE)
        log_in(tab, site, "bestuurder")
        arrive_by(tab.get_by_role("link", name="Cijfers", exact=True))
        assert tab.url.endswith("/beheer/cijfers/")
        tab.set_viewport_size({"width": width, "height": 900})
        return tab

    return reached


def test_six_questions_in_order_each_with_a_sentence(dashboard):
    tab = dashboard()
    rungs = tab.locator(".figures__rung:has(.figures__sentence)")

    assert rungs.locator("h2").all_inner_texts() == QUESTIONS
    assert all(sentence.endswith(".") for sentence in rungs.locator(".figures__sentence").all_inner_texts())
    assert "nog niet ingevoerd" in rungs.last.inner_text()
    assert tab.locator(".figures__demo").inner_text().startswith("Demogegevens.")


def test_the_table_behind_a_drawing_opens(dashboard):
    reach = dashboard().get_by_role("region", name=QUESTIONS[0])
    table = reach.locator("details", has_text="De cijfers als tabel").get_by_role("table")
    assert table.is_hidden()

    reach.get_by_text("De cijfers als tabel").click()

    assert table.get_by_role("columnheader").all_inner_texts() == ["Maat", "Waarvan", "Cijfer"]
    assert table.get_by_role("row").filter(has_text="Weergaven").is_visible()


def test_narrowed_to_a_theme_and_a_period_the_file_says_so_too(dashboard):
    tab = dashboard()
    today = date.fromisoformat(tab.get_by_role("textbox", name="Tot en met").input_value())
    week_ago = today - timedelta(days=6)

    tab.get_by_label("Thema").select_option(label="Cybercrime")
    tab.get_by_role("textbox", name="Van").fill(str(week_ago))
    arrive_by(tab.get_by_role("button", name="Toon", exact=True))

    assert "thema: Cybercrime" in tab.locator(".figures__period").inner_text()
    assert f"van={week_ago}" in tab.url
    name, rows = downloaded(tab)
    assert name == f"cijfers-{week_ago}-{today}.csv"
    assert len(rows) > len(QUESTIONS)
    assert {row["keuze"] for row in rows} == {"thema: Cybercrime"}
    assert {row["bron"] for row in rows if row["trede"] != "uitkomst"} == {"demogegevens, niet echt"}
    # What CBS published is real in a demo too; what nobody entered has no edition.
    assert all(row["bron"].startswith("CBS") for row in rows if row["trede"] == "uitkomst")


def test_a_period_that_cannot_be_is_explained_and_figures_stay(dashboard):
    tab = dashboard()

    tab.get_by_role("textbox", name="Van").fill(tab.get_by_role("textbox", name="Tot en met").input_value())
    tab.get_by_role("textbox", name="Tot en met").fill("2021-01-01")
    arrive_by(tab.get_by_role("button", name="Toon", exact=True))

    assert "De eerste dag ligt na de laatste." in tab.get_by_role("alert").inner_text()
    assert tab.get_by_role("heading", name=QUESTIONS[0]).is_visible()


def test_each_page_has_figures_of_its_own(counted, dashboard):
    tab = dashboard()

    arrive_by(tab.get_by_role("link", name="Per pagina"))
    title = tab.get_by_role("rowheader").first.inner_text()
    arrive_by(tab.get_by_role("rowheader").first.get_by_role("link"))

    assert f"pagina: {title}" in tab.locator(".figures__period").inner_text()
    assert tab.get_by_role("link", name="Zes vragen").get_attribute("aria-current") == "page"


def test_there_is_nothing_to_edit(dashboard):
    tab = dashboard()

    menu = tab.get_by_role("navigation").filter(has=tab.get_by_role("link", name="Cijfers", exact=True))
    assert menu.get_by_text("Pagina's").count() == 0
    tab.goto("/beheer/pages/")
    assert tab.get_by_role("link", name="Voeg onderliggende pagina toe").count() == 0
    tab.goto("/beheer/snippets/quiz/quiz/")
    assert tab.url.endswith("/beheer/")


SCREENS = {"six questions": "", "per page": "paginas/", "reading and knowing": "lezen-en-weten/", "places": "plekken/"}


@pytest.mark.parametrize("path", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_everybody_can_read_it_on_any_screen(counted, dashboard, width, path):
    tab = dashboard(width)
    tab.goto(f"/beheer/cijfers/{path}")
    tab.locator(".figures details").evaluate_all("found => found.forEach(each => { each.open = true })")

    found = Axe().run(tab, context=OUR_PART, options=RULES).response["violations"]

    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.locator(".figures").evaluate("element => element.scrollWidth <= element.clientWidth")
    assert tab.evaluate(SMALL_TARGETS) == []


def downloaded(tab: Page) -> tuple[str, list[dict[str, str]]]:
    """The name of the file that comes, and its lines."""
    with tab.expect_download() as download:
        tab.get_by_role("link", name="Download als CSV").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        return download.value.suggested_filename, list(csv.DictReader(file, delimiter=";"))
