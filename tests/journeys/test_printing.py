"""Somebody prints a help card for a neighbour, and a teacher a sheet with questions."""

import pytest

from tests.arriving import arrive_by

PHONE = 320
INSTRUCTION, QUIZ = "/instructies/bankhelpdeskfraude/", "/quiz/waar-meld-ik-dit/"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_somebody_prints_a_card_from_a_page(open_page, javascript):
    tab = open_page(INSTRUCTION, width=PHONE, javascript=javascript)

    arrive_by(tab.get_by_role("link", name="Hulpkaart (A5)"))

    assert tab.get_by_role("button", name="Print deze kaart").count() == int(javascript)
    assert tab.locator(".sheet__contact").count() > 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE
    address = tab.locator(".sheet__address").inner_text()
    assert address.endswith(INSTRUCTION.rstrip("/"))
    pdf = tab.request.get(f"{INSTRUCTION}kaart/pdf/")
    assert (pdf.status, pdf.headers["content-type"]) == (200, "application/pdf")
    assert tab.context.cookies() == []


def test_a_browser_prints_the_card_and_the_poster_on_one_page_as_the_pdf_does(open_page):
    for end in ("kaart", "poster"):
        tab = open_page(f"{INSTRUCTION}{end}/")

        printed = tab.pdf(prefer_css_page_size=True)

        assert printed.count(b"/Type /Page\n") == 1


def test_the_sheet_of_a_quiz_has_boxes_and_no_answers(open_page):
    tab = open_page(f"{QUIZ}print/")

    tab.emulate_media(media="print")

    assert tab.locator(".question .box").count() > 0
    assert tab.get_by_text("Goed:").count() == 0
    assert not tab.get_by_role("navigation").is_visible()
