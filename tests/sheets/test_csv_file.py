import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.sheets.csv_file import write_csv

ANY_TEXT = st.text(st.characters())  # Lone surrogates included.
FORMULA = "=+-@\t\r"


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def cell_of(value) -> str:
    return read_back(b"".join(write_csv([[value]], header=["waarde"])))[1][0]


def test_a_dutch_spreadsheet_opens_it_with_a_double_click():
    content = b"".join(write_csv([["Stein", 12], ["Beek; en omgeving", 3]], header=["gemeente", "bezoeken"]))

    assert content == b'\xef\xbb\xbfgemeente;bezoeken\r\nStein;12\r\n"Beek; en omgeving";3\r\n'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(-5, "-5", id="a number below 0 stays a number"),
        pytest.param(0.62, "0,62", id="a decimal comma"),
        pytest.param(-0.5, "-0,5", id="a fraction below 0"),
        pytest.param(Decimal("12.50"), "12,50", id="an exact fraction"),
        pytest.param(True, "ja", id="yes"),
        pytest.param(False, "nee", id="no"),
        pytest.param(date(2025, 11, 3), "2025-11-03", id="a day"),
        pytest.param(None, "onbekend", id="unknown is not empty"),
        pytest.param(float("nan"), "onbekend", id="not a number is unknown"),
        pytest.param("", "", id="empty text stays empty"),
        pytest.param("te weinig antwoorden", "te weinig antwoorden", id="a withheld figure"),
    ],
)
def test_a_value_is_written_as_what_it_is(value, written):
    assert cell_of(value) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")', id="equals"),
        pytest.param("+31 46", "'+31 46", id="plus"),
        pytest.param("-5", "'-5", id="minus, typed as text"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\n=1", id="carriage return"),
        pytest.param("  =1", "'  =1", id="spaces before it"),
        pytest.param("\x00=1", "'=1", id="a NUL before it"),
        pytest.param("\ufeff=1", "'=1", id="a byte order mark before it"),
        pytest.param("＝1", "'＝1", id="a wide equals sign"),
        pytest.param("a=1", "a=1", id="further on is harmless"),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_disarmed(text, written):
    assert cell_of(text) == written


@given(ANY_TEXT)
def test_no_text_at_all_starts_as_a_formula_or_breaks_the_table(text):
    content = b"".join(write_csv([[text, "buur"]], header=["tekst", "ernaast"]))

    rows = read_back(content)
    assert [len(row) for row in rows] == [2, 2]
    assert not rows[1][0].startswith(tuple(FORMULA))
    assert rows[1][1] == "buur"
    assert b"\x00" not in content


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="=+-@＝＋－＠")))
def test_ordinary_text_comes_back_as_it_was(text):
    assert cell_of(text) == text


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_as_the_same_number(value):
    assert float(cell_of(value).replace(",", ".")) == float(str(value))


def test_the_header_is_as_safe_as_the_rest():
    assert read_back(b"".join(write_csv([], header=["=1+1", "n"]))) == [["'=1+1", "n"]]


def test_line_breaks_of_every_system_become_one_kind_inside_their_cell():
    assert cell_of("een\r\ntwee\rdrie\nvier") == "een\ntwee\ndrie\nvier"


def test_a_row_of_another_length_than_the_header_is_refused():
    lines = write_csv([["Stein", 1], ["Beek"]], header=["gemeente", "bezoeken"])

    with pytest.raises(ValueError, match="row 2 has 1 cells; expected 2"):
        list(lines)


def test_rows_are_written_while_they_come():
    def endless():
        while True:
            yield ["Stein"]

    lines = write_csv(endless(), header=["gemeente"])

    assert [next(lines), next(lines)] == [b"\xef\xbb\xbfgemeente\r\n", b"Stein\r\n"]
