"""A communication officer hangs a poster in the library, somebody scans it, and the visit shows at that place."""

from itertools import count

import pytest
import zxingcpp
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.arriving import arrive_by
from tests.journeys.staff import type_day

PHONE = 390
LESSON = """
from campagne.content.models import ModulePage
print(ModulePage.objects.get(slug="reboot").pk)
"""
MOST_LOOKS = 120
numbers = count(1)


@pytest.fixture
def code() -> str:
    """A short name that no entrance has yet."""
    return f"balie-{next(numbers)}"


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
def test_a_poster_is_made_scanned_and_counted_at_its_place(site, desk, open_page, code, javascript):
    make_entrance(site, desk, code)
    expect(desk.get_by_text("Er is nog niemand langs gekomen")).to_be_visible()
    address = scanned_from_poster(desk)
    assert address == f"{site.url}/q/{code}/"

    phone = open_page("/-/live", width=PHONE, javascript=javascript)
    come_in(phone, address, counts=javascript)
    assert phone.url.split("#")[0] == f"{site.url}/modules/reboot/"
    assert ("#via-" in phone.url) is not javascript
    assert phone.context.cookies() == []
    if javascript:
        phone.reload()

    assert figures_of(site, desk, scans=1) == {"Gescand": "1 keer", "Bezoeken": str(int(javascript))}


def test_who_tries_the_code_out_from_the_admin_is_not_counted(site, desk, open_page, code):
    make_entrance(site, desk, code)

    with desk.expect_popup() as opened:
        desk.get_by_role("link", name="Probeer het uit").click()
    expect(opened.value).to_have_url(f"{site.url}/modules/reboot/#medewerker")
    opened.value.wait_for_load_state("networkidle")
    come_in(open_page("/-/live", width=PHONE), f"{site.url}/q/{code}/", counts=True)

    assert figures_of(site, desk, scans=1) == {"Gescand": "1 keer", "Bezoeken": "1"}


def make_entrance(site, desk: Page, code: str) -> None:
    """Begin at the page it is about, and fill in where it hangs."""
    page = site.manage("shell", "--no-imports", "-c", LESSON).split()[-1]
    desk.goto(f"/beheer/snippets/measurement/entrance/add/?page={page}")
    desk.get_by_role("textbox", name="Plek").fill("Bibliotheek Stein, balie")
    desk.get_by_role("textbox", name="Korte naam").fill(code)
    type_day(desk.locator("[name=placed_from]"), "2026-01-05")
    desk.locator("[name=print_run]").fill("20")
    arrive_by(desk.locator("form [type=submit]:not([name])").last)
    assert "/plek/" in desk.url


def scanned_from_poster(desk: Page) -> str:
    """What a phone reads from the poster as it is printed."""
    way = desk.get_by_role("link", name="Poster (A4)").get_attribute("href")
    [page] = PdfDocument(desk.request.get(f"{way}pdf/").body())
    [read] = zxingcpp.read_barcodes(page.render(scale=2, grayscale=True).to_pil())
    return read.text


def come_in(phone: Page, address: str, *, counts: bool) -> None:
    if not counts:
        phone.goto(address)
        return
    with phone.expect_request(is_told):
        phone.goto(address)
    phone.wait_for_load_state("networkidle")


def is_told(request) -> bool:
    return request.url.endswith("/m")


def figures_of(site, desk: Page, *, scans: int) -> dict[str, str]:
    """Count what arrived, and look until the scans were written; that takes a few seconds."""
    site.manage("count_inbox", "--now")
    figures = desk.locator(".entrance__figures")
    for _ in range(MOST_LOOKS):
        desk.reload()
        told = dict(zip(*(figures.locator(part).all_inner_texts() for part in ("dt", "dd")), strict=True))
        if told["Gescand"] == f"{scans} keer":
            break
        desk.wait_for_timeout(250)
    return {name: told[name] for name in ("Gescand", "Bezoeken")}
