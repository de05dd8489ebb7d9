"""A workbook is written without a formula, and read within limits or refused in Dutch; bombs cost us nothing."""

import re
import resource
import time
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from campagne.sheets.archive import open_archive
from campagne.sheets.child import Allowance
from campagne.sheets.unreadable import Limits, Unreadable
from campagne.sheets.xlsx_file import Sheet, read_xlsx, write_workbook, write_xlsx
from tests.sheets import bombs

pytestmark = pytest.mark.once
SMALL = Limits(rows=5, columns=4, cell=50)
QUICK = Allowance(memory=256 * 1024**2, processor_seconds=5, seconds=60)
MIDNIGHT = datetime(2026, 11, 25)  # noqa: DTZ001  # A spreadsheet knows no zones.
HALF_PAST_NINE = MIDNIGHT.replace(hour=9, minute=30)
ANY_TEXT = st.text(st.characters())
FORMULAS = st.sampled_from(["=1+1", "=HYPERLINK(1)", "#N/A", "#REF!", "+1", "@A1", "{=1}", "==", "=\0", " =1"])


def values_of(content: bytes) -> list[list[tuple]]:
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    return [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("=1+1", ("=1+1", "s"), id="text that looks like a formula"),
        pytest.param("#N/A", ("#N/A", "s"), id="text that looks like a fault"),
        pytest.param(12, (12, "n"), id="a number"),
        pytest.param(0.62, (0.62, "n"), id="a fraction"),
        pytest.param(Decimal("12.50"), (12.5, "n"), id="an exact fraction"),
        pytest.param(True, ("ja", "s"), id="yes"),
        pytest.param(date(2026, 11, 25), (MIDNIGHT, "d"), id="a day"),
        pytest.param(
            datetime(2026, 11, 25, tzinfo=UTC), ("2026-11-25T00:00:00+00:00", "s"), id="a moment with its zone"
        ),
        pytest.param(date(1, 1, 1), ("0001-01-01", "s"), id="a day before spreadsheets count"),
        pytest.param(None, ("onbekend", "s"), id="unknown is not empty"),
        pytest.param(float("inf"), ("onbekend", "s"), id="endless is unknown"),
        pytest.param(10**400, (str(10**400), "s"), id="a number no spreadsheet can hold"),
        pytest.param("x" * 40_000, ("x" * 32_766 + "…", "s"), id="a text longer than a cell"),
    ],
)
def test_a_value_is_written_as_what_it_is(value, written):
    assert values_of(write_xlsx([[value]], header=["waarde"]))[1][0] == written


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANY_TEXT | FORMULAS, min_size=1, max_size=20))
def test_no_text_at_all_is_a_formula_or_a_fault(texts):
    content = write_xlsx([[text] for text in texts], header=["=tekst"])

    kinds = {kind for row in values_of(content) for value, kind in row if value is not None}
    parts = ZipFile(BytesIO(content))
    assert kinds <= {"s"}
    assert not any(re.search(rb"<f[ />]", parts.read(name)) for name in parts.namelist() if "sheet" in name)


def test_a_row_of_another_length_than_the_header_is_refused():
    with pytest.raises(ValueError, match="row 1 has 1 cells; expected 2"):
        write_xlsx([["Stein"]], header=["gemeente", "bezoeken"])


def test_what_we_wrote_is_read_back():
    rows = [["Stein", 12, date(2026, 11, 25)], ["=1+1", 0.5, HALF_PAST_NINE], ["Één €", -3, None]]

    content = write_xlsx(rows, header=["naam", "aantal", "op"])

    assert read_xlsx(content) == [["naam", "aantal", "op"], *rows[:2], ["Één €", -3, "onbekend"]]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param([["x"]] * 6, "5 rijen", id="too many rows"),
        pytest.param([["a", "b", "c", "d", "e"]], "4 kolommen", id="too many columns"),
        pytest.param([["x" * 51]], "50 tekens", id="too long a cell"),
    ],
)
def test_a_table_over_the_limits_is_refused(rows, words):
    content = write_xlsx(rows, header=["x"] * len(rows[0]))

    with pytest.raises(Unreadable, match=words):
        read_xlsx(content, SMALL)


WORKBOOK = bombs.parts_of_workbook(bombs.sheet_of(bombs.text_row(1, "a")))


def replaced(**changed: str) -> bytes:
    return bombs.packed({name: changed.get(name.split("/")[-1].split(".")[0], part) for name, part in WORKBOOK.items()})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"PK\x03\x04", "geen gewoon", id="only the start of an archive"),
        pytest.param(b"<html></html>" + bombs.packed(WORKBOOK), "geen gewoon", id="a web page before it"),
        pytest.param(bombs.packed(WORKBOOK) + b"<script>", "geen gewoon", id="a script behind it"),
        pytest.param(bombs.packed({**WORKBOOK, "xl/vbaProject.bin": "x"}), "macro", id="a macro"),
        pytest.param(bombs.packed({**WORKBOOK, "xl/externalLinks/externalLink1.xml": "x"}), "koppeling", id="a link"),
        pytest.param(bombs.packed({**WORKBOOK, "xl/embeddings/a.bin": "x"}), "ander bestand", id="something hidden"),
        pytest.param(bombs.packed({**WORKBOOK, "x.zip": bombs.packed({"a": "b"})}), "nog een bestand", id="nested"),
        pytest.param(bombs.packed({**WORKBOOK, "../../etc/passwd": "x"}), "verdachte naam", id="a name upwards"),
        pytest.param(bombs.packed({**WORKBOOK, "/etc/passwd": "x"}), "verdachte naam", id="an absolute name"),
        pytest.param(bombs.packed({**WORKBOOK, "XL/workbook.xml": "x"}), "dubbel", id="the same name twice"),
        pytest.param(bombs.packed({f"{n}": "" for n in range(1_001)}), "onderdelen", id="a thousand parts"),
        pytest.param(bombs.packed({"a.txt": "tekst"}), "ander soort", id="just an archive"),
        pytest.param(replaced(sheet1="<worksheet"), "kunnen we niet lezen", id="half a sheet"),
    ],
)
def test_what_is_no_ordinary_workbook_is_refused(content, words):
    with pytest.raises(Unreadable, match=words):
        read_xlsx(content)


BOMBS = [
    pytest.param(lambda: bombs.expanding_workbook(400), "groter dan 50 MB", id="400 kB that unfolds to 400 MB"),
    pytest.param(lambda: bombs.lying_workbook(20), "zo klein|beschadigd", id="a list that lies about its size"),
    pytest.param(lambda: bombs.expanding_workbook(40), "keer zo klein", id="a suspicious ratio"),
    pytest.param(bombs.laughing_workbook, "kunnen we niet lezen", id="a billion laughs"),
]


@pytest.mark.parametrize(("bomb", "words"), BOMBS)
def test_a_bomb_is_refused_in_a_moment_and_without_memory(bomb, words):
    content = bomb()
    assert len(content) < 500_000
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(Unreadable, match=words):
        read_xlsx(content, allowance=QUICK)

    assert time.monotonic() - start < 40
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@pytest.mark.parametrize(
    ("bomb", "words"),
    [
        pytest.param(lambda: bombs.many_rows(60_000), "50000 rijen", id="60,000 rows"),
        pytest.param(lambda: bombs.many_shared_strings(300_000), "geheugen", id="300,000 strings that nothing uses"),
    ],
)
def test_what_looks_ordinary_outside_ends_with_the_child(bomb, words):
    little = Allowance(memory=64 * 1024**2, processor_seconds=10, seconds=60)

    with pytest.raises(Unreadable, match=words):
        read_xlsx(bomb(), allowance=little)


def test_a_row_far_below_costs_the_child_its_time_and_us_nothing():
    rows = bombs.text_row(1, "a") + bombs.text_row(1_000_000_000, "z")

    with pytest.raises(Unreadable):
        read_xlsx(bombs.packed(bombs.parts_of_workbook(bombs.sheet_of(rows))), allowance=QUICK)


@given(st.binary(max_size=300), st.integers(0, 3000))
def test_any_damage_is_read_or_refused(noise, place):
    whole = bombs.packed(WORKBOOK)
    damaged = whole[:place] + noise + whole[place + len(noise) :]

    with suppress(Unreadable):
        assert open_archive(damaged).namelist()


def test_a_workbook_has_its_sheets_in_order():
    content = write_workbook([Sheet("cijfers", ["aantal"], [[12]]), Sheet("uitleg", ["woord"], [["=1+1"]])])

    workbook = load_workbook(BytesIO(content))
    told = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in workbook}
    assert list(told.items()) == [("cijfers", [["aantal"], [12]]), ("uitleg", [["woord"], ["=1+1"]])]
