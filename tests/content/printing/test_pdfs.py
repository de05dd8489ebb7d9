"""What comes out of the printer: one tagged page, black on white, with a code that leads to the address below it."""

import re
from datetime import date
from functools import cache
from types import SimpleNamespace

import pypdfium2
import pytest
import zxingcpp
from django.template.loader import render_to_string
from pypdfium2 import raw

from campagne.contacts.models import ReportChannel
from campagne.content.printing.paper import Paper
from campagne.content.printing.pdfs import made
from campagne.content.printing.sheets import sheet_of
from tests.sheets.inflated import inflated

pytestmark = pytest.mark.once
MILLIMETRES = {Paper.CARD: (148, 210), Paper.POSTER: (297, 420)}
LEAST_POINTS = {Paper.CARD: 11, Paper.POSTER: 20}
# A code of its size, letters and lines.
MOST_INK = 0.16


def block(kind: str, **value):
    return SimpleNamespace(block_type=kind, value=value)


def channel(number: int) -> ReportChannel:
    name = f"Meldpunt nummer {number} met een naam die lang is, zoals namen van meldpunten dat vaak zijn"
    return ReportChannel(pk=number, name=name[:80], phone="0800-1234567", purpose="Waarvoor dan? " * 14)


def full(**more):
    """As much as the fields of a page take, in long Dutch words."""
    words = "Arbeidsongeschiktheidsverzekeringsmaatschappij waarschuwt ondernemers in Sittard-Geleen, Stein en Beek. "
    steps = [block("step", title=(words * 2)[:90], body=f"<p>{words}</p>") for _ in range(9)]
    return SimpleNamespace(
        title=(words * 3)[:255],
        summary=(words * 2)[:200],
        url=f"/gemeenten/sittard-geleen/campagnes/{'een-lang-adres-' * 6}/",
        body=steps,
        next_step=[block("call_now", channel=channel(n), urgency="", note="") for n in range(1, 6)],
        municipality=None,
        reviewed_on=None,
        **more,
    )


def little(**more):
    bank = ReportChannel(pk=1, name="Politie", phone="0900-8844", purpose="Geen spoed.", checked_on=date(2026, 11, 24))
    return SimpleNamespace(
        title="Hang op",
        summary="Belt de bank? Hang op.",
        url="/instructies/hang-op/",
        body=[block("step", title="Hang op", body="<p>Zeg niets meer.</p>")],
        next_step=[block("call_now", channel=bank, urgency="", note="")],
        municipality=SimpleNamespace(name="Stein"),
        reviewed_on=date(2026, 11, 24),
        **more,
    )


@cache
def printed(paper: Paper, is_full: bool) -> tuple[str, bytes]:
    """The HTML of a sheet and its PDF; each is made once for all tests."""
    page = full() if is_full else little()
    sheet = sheet_of(page, paper)
    html = render_to_string(paper.template, {"page": page, "paper": paper, "sheet": sheet})
    return html, made(html, paper)


SHEETS = [
    pytest.param(paper, is_full, id=f"{'full' if is_full else 'little'} {paper.name.lower()}")
    for paper in (Paper.CARD, Paper.POSTER)
    for is_full in (True, False)
]


def page_of(paper: Paper, is_full: bool) -> pypdfium2.PdfPage:
    [page] = pypdfium2.PdfDocument(printed(paper, is_full)[1])
    return page


def sizes_of_type(page: pypdfium2.PdfPage) -> set[float]:
    """The size of every letter on a page, in points: that of its font, as it is enlarged."""
    text, enlarged, sizes = page.get_textpage(), raw.FS_MATRIX(), set()
    for place in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text, place) and raw.FPDFText_GetMatrix(text, place, enlarged):
            sizes.add(round(raw.FPDFText_GetFontSize(text, place) * abs(enlarged.d), 1))
    return sizes


@pytest.mark.parametrize(("paper", "is_full"), SHEETS)
def test_it_is_one_page_of_its_size_and_tagged(paper, is_full):
    _, content = printed(paper, is_full)

    width, height = page_of(paper, is_full).get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == MILLIMETRES[paper]
    marks = (b"/StructTreeRoot", b"/MarkInfo", b"/Lang (nl)", b"pdfuaid:part")
    assert [mark for mark in marks if mark not in inflated(content)] == []


@pytest.mark.parametrize(("paper", "is_full"), SHEETS)
def test_the_code_leads_to_the_address_below_it(paper, is_full):
    html, _ = printed(paper, is_full)

    drawn = page_of(paper, is_full).render(scale=3 if paper is Paper.CARD else 1.5, grayscale=True).to_pil()
    [code] = zxingcpp.read_barcodes(drawn)
    [address] = re.findall(r'<p class="sheet__address">(.*?)</p>', html)
    assert code.text.removeprefix("http://").rstrip("/") == address


@pytest.mark.parametrize(("paper", "is_full"), SHEETS)
def test_letters_are_large_and_ink_is_spared(paper, is_full):
    page = page_of(paper, is_full)

    pixels = page.render(scale=1).to_numpy()
    assert min(sizes_of_type(page)) >= LEAST_POINTS[paper]
    assert (pixels < 128).mean() <= MOST_INK
    assert (pixels.max(axis=2) - pixels.min(axis=2)).max() == 0, "something is not black, white or grey"


@pytest.mark.parametrize(("paper", "is_full"), SHEETS)
def test_everything_that_is_said_to_be_printed_is_on_the_page(paper, is_full):
    html, _ = printed(paper, is_full)
    shown = re.sub(r"<title>.*?</title>|<[^>]+>", " ", html.split("</nav>")[1].split("<footer")[0])
    words = re.findall(r"\w{4,}", shown)

    text = page_of(paper, is_full).get_textpage().get_text_range()

    on_paper = re.sub(r"\W", "", text)
    assert [word for word in words if word not in on_paper] == []


def test_a_sheet_says_when_it_was_checked_or_that_nobody_did():
    assert "Gecontroleerd op 24 november 2026." in printed(Paper.CARD, False)[0]
    assert "Nog niet gecontroleerd." in printed(Paper.CARD, True)[0]
    assert "(nog niet gecontroleerd)" in printed(Paper.CARD, True)[0]
    assert "Gemeente Stein" in printed(Paper.POSTER, False)[0]
