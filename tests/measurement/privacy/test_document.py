"""One text gives a page and a file, and says itself what is still to be filled in."""

import pytest

from campagne.measurement.privacy.document import Document, Points, Rows, Section, as_markdown, to_fill_in
from campagne.measurement.templatetags.gaps import with_gaps

pytestmark = pytest.mark.once
PARTS = ["Een zin.", Points(["een", to_fill_in("twee")]), Rows(("Wat", "Wie"), [("a|b", to_fill_in("drie"))])]
WHOLE = Document("tekst", "Titel", [Section("Kop", PARTS)])


def test_it_is_written_as_markdown():
    assert as_markdown(WHOLE) == (
        "# Titel\n\n## Kop\n\nEen zin.\n\n- een\n- [in te vullen door de gemeente: twee]\n\n"
        "| Wat | Wie |\n| --- | --- |\n| a\\|b | [in te vullen door de gemeente: drie] |\n"
    )


def test_every_gap_is_found_in_order():
    assert WHOLE.gaps == [to_fill_in("twee"), to_fill_in("drie")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a < b", "a &lt; b", id="nothing to fill in"),
        pytest.param(
            f"<i> {to_fill_in('x & y')} z",
            "&lt;i&gt; <mark>[in te vullen door de gemeente: x &amp; y]</mark> z",
            id="a gap between words",
        ),
        pytest.param("[in te vullen door een ander: x]", "[in te vullen door een ander: x]", id="something else"),
    ],
)
def test_a_gap_is_marked_on_the_page_and_nothing_else_is(text, shown):
    assert with_gaps(text) == shown
