"""Whatever somebody writes comes out as text, but for what XML cannot hold."""

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from campagne.syndication.markup import UNWRITABLE, add, root, written

pytestmark = pytest.mark.once
SPACE = "urn:x"


def read_back(text: str) -> tuple[str, str]:
    document = root("a", SPACE)
    add(document, "b", text, href=text)
    [element] = fromstring(written(document))
    return element.text or "", element.get("href")


@given(st.text())
def test_text_comes_out_as_it_went_in(text):
    element, attribute = read_back(text)

    assert element == UNWRITABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    assert "<" not in attribute or "<" in text


@pytest.mark.parametrize(
    "text", ["<b>&\"'", "]]>", "<!--", "<?x?>", "&amp;", "<script>alert(1)</script>", "\u202eStein"]
)
def test_markup_stays_text(text):
    assert read_back(text) == (text, text)


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_left_out(text):
    assert read_back(f"a{text}b") == ("ab", "ab")
