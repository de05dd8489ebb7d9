"""One goal is one A4, whatever stands on it, and a screen reader can find its way in the PDF."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from pypdfium2 import PdfDocument

from campagne.measurement.onepager.sheet import MOST_GOALS
from campagne.measurement.onepager.views import STYLESHEETS
from campagne.media.own_files import print_style
from campagne.sheets.pdf import pdf_of
from tests.measurement.onepager.longest import bare_sheet, fullest_sheet, longest_sheet
from tests.sheets.inflated import inflated

LONG_SENDER = (
    "De gezamenlijke gemeenten van de regio en de taskforce, met de bibliotheken en alle andere partners samen."
)


def page_of(*sheets) -> str:
    context = {
        "sheets": sheets,
        "title": "Eén A4 per doel: oktober 2026",
        "is_demo": True,
        "made_on": date(2026, 11, 30),
        "site_settings": {"sender": LONG_SENDER},
        "site_url": "https://een-heel-lang-adres.veiligheid-in-de-regio.example.nl",
    }
    return render_to_string("measurement/onepager/print.html", context)


def printed(*sheets) -> bytes:
    return pdf_of(page_of(*sheets), stylesheets=map(print_style, STYLESHEETS))


@pytest.mark.parametrize(
    "sheets",
    [
        pytest.param([longest_sheet()], id="everything at its longest, with a line"),
        pytest.param([longest_sheet("dots")], id="everything at its longest, with dots"),
        pytest.param([bare_sheet()], id="nothing known"),
        pytest.param([bare_sheet(), longest_sheet(), bare_sheet(), longest_sheet()], id="four"),
    ],
)
def test_there_are_as_many_pages_as_sheets(sheets):
    with PdfDocument(printed(*sheets)) as made:
        assert len(made) == len(sheets)


@pytest.mark.parametrize("goals", [0, 1, MOST_GOALS])
@pytest.mark.parametrize("drawn", ["line", "dots", "nothing"])
@pytest.mark.parametrize("size", ["ruim", "gewoon", "vol", "krap"])
def test_each_letter_holds_as_much_as_it_says(size, drawn, goals):
    try:
        sheet = fullest_sheet(size, drawn=drawn, goals=goals)
    except StopIteration:
        pytest.skip("So much or so little never comes together.")

    with PdfDocument(printed(sheet)) as made:
        assert len(made) == 1


def test_the_pdf_is_tagged_with_headings_a_table_and_a_drawing_that_says_what_it_shows():
    content = printed(fullest_sheet("vol", drawn="line", goals=MOST_GOALS))

    text = inflated(content)
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (nl)", b"/DisplayDocTitle true", b"pdfuaid:part"):
        assert mark in text, mark
    for tag in (b"/H1", b"/H2", b"/Table", b"/TH", b"/Figure", b"/Alt"):
        assert tag in text, tag


def test_on_paper_nothing_has_to_be_opened():
    page = page_of(fullest_sheet("vol", drawn="line", goals=1))

    assert "<svg" in page
    assert "<details" not in page
