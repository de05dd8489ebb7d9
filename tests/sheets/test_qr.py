import re
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from campagne.sheets.qr import QUIET, modules, qr_svg

SVG = "{http://www.w3.org/2000/svg}"
ADDRESS = "https://voorbeeld.nl/meedoen/les/ABCDEF234567/"


def drawn(svg: str) -> list[list[bool]]:
    """Read the modules back from the picture, with the quiet zone."""
    root = ElementTree.fromstring(svg)
    side = int(root.attrib["viewBox"].split()[2])
    dark = root.findall(f"{SVG}path")[1].attrib["d"]
    grid = [[False] * side for _ in range(side)]
    for left, top, wide in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", dark):
        for column in range(int(left), int(left) + int(wide)):
            grid[int(top)][column] = True
    return grid


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=120))
def test_the_picture_is_the_code_that_segno_makes_with_room_around_it(text):
    code = segno.make(text, error="m", boost_error=False, micro=False)

    grid = drawn(qr_svg(text, "QR-code"))

    assert grid == [[bool(module) for module in row] for row in code.matrix_iter(scale=1, border=QUIET)]
    assert code.error == "M"


def test_a_title_is_a_text_alternative_and_never_markup():
    svg = qr_svg(ADDRESS, "Doe mee</title><script>alert(1)</script>\"'&")

    root = ElementTree.fromstring(svg)
    assert root.find(f"{SVG}title").text == "Doe mee</title><script>alert(1)</script>\"'&"
    assert "<script" not in svg
    assert "style" not in svg


def test_it_is_black_on_white_whatever_the_page_says():
    background, dark = ElementTree.fromstring(qr_svg(ADDRESS, "QR-code")).findall(f"{SVG}path")

    assert (background.attrib["fill"], dark.attrib["fill"]) == ("#fff", "#000")


def test_an_empty_code_is_refused():
    with pytest.raises(ValueError, match="nothing to put"):
        qr_svg("", "QR-code")


def test_the_modules_are_a_square():
    rows = modules(ADDRESS)

    assert {len(row) for row in rows} == {len(rows)}
