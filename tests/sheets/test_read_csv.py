"""A table from outside is read as it stands, or refused with a Dutch reason; nothing else ever happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.sheets.csv_file import read_csv, write_csv
from campagne.sheets.unreadable import Limits, Unreadable

pytestmark = pytest.mark.once
SMALL = Limits(size=2_000, rows=5, columns=4, cell=50)
ORDINARY = st.text(st.characters(categories=["L", "N"]) | st.sampled_from(' ;,"\n'), min_size=1).filter(
    lambda text: text.strip() and text[0] not in '\n"'
)


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        pytest.param(b"naam;aantal\nStein;1,5\n", [["naam", "aantal"], ["Stein", "1,5"]], id="semicolons"),
        pytest.param(b"naam,aantal\r\nStein,2\r\n", [["naam", "aantal"], ["Stein", "2"]], id="commas"),
        pytest.param(b"naam\taantal\nStein\t2", [["naam", "aantal"], ["Stein", "2"]], id="tabs"),
        pytest.param("\ufeffnaam;x\nÉén;€".encode(), [["naam", "x"], ["Één", "€"]], id="utf-8 with a mark"),
        pytest.param("naam;x\nÉén;€".encode("cp1252"), [["naam", "x"], ["Één", "€"]], id="an old spreadsheet"),
        pytest.param(b'"a,b,c";d\n1;2', [["a,b,c", "d"], ["1", "2"]], id="separators inside quotes do not count"),
        pytest.param(b"a;b\n\n\n1;2\n", [["a", "b"], ["1", "2"]], id="empty lines are left out"),
        pytest.param(b'a;b\n"een\ntwee";2', [["a", "b"], ["een\ntwee", "2"]], id="a line break in a cell"),
        pytest.param(b"alleen", [["alleen"]], id="one cell"),
    ],
)
def test_a_table_is_read_as_it_stands(content, rows):
    assert read_csv(content) == rows


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "leeg", id="nothing"),
        pytest.param(b"a;b\0\n", "geen gewone tekst", id="a NUL byte"),
        pytest.param("a;b".encode("utf-16"), "geen gewone tekst", id="utf-16"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x81", "geen gewone tekst", id="a picture"),
        pytest.param(b"a" * 2_001, "2 kB", id="too many bytes"),
        pytest.param(b"a;b\n" * 6, "meer dan 5 rijen", id="too many rows"),
        pytest.param(b"a;b\n1;2;3;4;5", "5 kolommen", id="too many columns"),
        pytest.param(b"a;" + b"x" * 51, "meer dan 50 tekens", id="too long a cell"),
        pytest.param(b'a;b\n"open', "Regel 2", id="a quote that never closes"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(content, words):
    with pytest.raises(Unreadable) as refusal:
        read_csv(content, SMALL)

    assert words in refusal.value.found
    assert refusal.value.expected
    assert refusal.value.advice


@given(st.binary(max_size=500) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_read_or_refused(content):
    try:
        rows = read_csv(content, SMALL)
    except Unreadable:
        return
    assert all(isinstance(cell, str) and len(cell) <= SMALL.cell for row in rows for cell in row)


@given(st.lists(st.tuples(ORDINARY, ORDINARY), max_size=20))
def test_what_we_wrote_is_read_back(rows):
    content = b"".join(write_csv(rows, header=["naam", "waarde"]))

    assert read_csv(content) == [["naam", "waarde"], *([*row] for row in rows)]
