"""Rows from CSV or a spreadsheet: heads of several rows, columns in any order, and what is not ours."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campagne.measurement.official.reading.file import read
from campagne.measurement.official.reading.numbers import Mark
from campagne.sheets.unreadable import Unreadable
from tests.measurement.official.tables import COMPLAINED, NOISE, REPORTED, STATLINE, VICTIMS, compact, known

pytestmark = pytest.mark.once


def figures(reading) -> dict:
    return {(each.indicator, each.region, each.period): (each.value, each.low, each.high) for each in reading.records}


def dec(*numbers: str | None) -> tuple:
    return tuple(None if number is None else Decimal(number) for number in numbers)


def test_a_download_with_titles_above_titles_and_a_foot():
    reading = read(STATLINE.encode(), known())

    assert reading.wrong == ()
    assert figures(reading) == {
        (VICTIMS, "Nederland", "2023"): dec("15.6", "15.4", "15.9"),
        (REPORTED, "Nederland", "2023"): dec("46.2", "45.3", "47"),
        (COMPLAINED, "Nederland", "2023"): dec("17", "16.3", "17.6"),
        (VICTIMS, "Limburg", "2023"): dec("16", None, None),
        (REPORTED, "Limburg", "2023"): dec(None, None, None),
        (COMPLAINED, "Limburg", "2023"): dec(None, None, None),
    }
    assert [each.mark for each in reading.records if each.region == "Limburg"] == [
        Mark.PROVISIONAL,
        Mark.UNRELIABLE,
        Mark.NOT_APPLICABLE,
    ]


def test_what_is_not_ours_is_named_once_and_counted():
    told = {remark.text.split("’")[0]: remark.count for remark in read(STATLINE.encode(), known()).skipped}

    assert told == {"De kolom ‘Fraude > Slachtoffers": 5, "Het gebied ‘Maastricht": 3}


@given(st.permutations(range(7)))
def test_columns_may_stand_in_any_order(order):
    said_once = '"Online criminaliteit";"";""'
    above = STATLINE.replace(said_once, ";".join(['"Online criminaliteit"'] * 3))
    rows = [line.split(";") for line in above.splitlines()[1:-1]]
    moved = [";".join(row[at] for at in order) for row in rows]

    assert figures(read("\n".join(moved).encode(), known())) == figures(read(STATLINE.encode(), known()))


def test_a_column_that_moved_from_under_its_head_is_not_believed():
    reading = read(compact("Nederland;Waarde;2023;15,6;46,2;17,0", "Nederland;Ondergrens;2023;45,3;16,3;15,4",
                           "Nederland;Bovengrens;2023;47,0;17,6;15,9"), known())  # fmt: skip

    assert len(reading.wrong) == 3
    assert all("ligt niet tussen de grenzen" in remark.text for remark in reading.wrong)


def test_a_dump_with_commas_and_points():
    dump = (
        "RegioS,Marges,Perioden,totaal_slachtoffers_pct\nNL01  ,MW00000,2023JJ00,15.6\nNL01  ,MOG0095,2023JJ00,15.4\n"
    )
    dump += "NL01  ,MBG0095,2023JJ00,15.9\n"

    assert figures(read(dump.encode(), known())) == {(VICTIMS, "Nederland", "2023"): dec("15.6", "15.4", "15.9")}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_of_old_and_new_spreadsheets(encoding):
    content = (compact().decode() + ";opmerking\nNederland;Waarde;2023;15,6;;;één bron").encode(encoding)

    assert read(content, known()).records[0].note == "één bron"


def test_what_a_row_is_about_is_part_of_the_name_of_its_number():
    table = "Regio's;Soort overlast;Perioden;Geregistreerde overlast\n"
    table += "Westelijke Mijnstreek;Burengerucht;2023;412\n"
    table += "Westelijke Mijnstreek;Totaal registraties overlast;2023;2.412\n"
    table += "Westelijke Mijnstreek;Overlast zwervers;2023;12\n"
    reading = read(table.encode(), known())

    assert figures(reading) == {(NOISE, "Westelijke Mijnstreek", "2023"): dec("412", None, None)}
    assert len(reading.skipped) == 2


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"naam;leeftijd\nJan;12", "geen rij met een kolom voor het gebied", id="another table"),
        pytest.param(compact("Nederland;Waarde;2023;15,6;46.2;17,0"), "andere een punt", id="two decimal signs"),
        pytest.param(b"\x00\x01\xff", "geen gewone tekst", id="no text"),
        pytest.param("regio;periode\n".encode("utf-16"), "geen gewone tekst", id="another encoding"),
        pytest.param(b"", "leeg", id="empty"),
        pytest.param(b"regio;periode;x\n" + b"Nederland;2023;1\n" * 50_001, "50.000", id="too many rows"),
        pytest.param(b"x;" * 300 + b"\n", "kolommen", id="too many columns"),
    ],
)
def test_what_cannot_be_read_is_refused_in_dutch(content, why):
    with pytest.raises(Unreadable, match=why):
        read(content, known())


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param("Nederland;Waarde;2023;=1+1;46,2;17,0", "is geen getal", id="a formula"),
        pytest.param("Nederland;Waarde;2023;15,6;146,2;17,0", "geen percentage", id="over 100"),
        pytest.param("Nederland;Waarde;2023;-5,6;46,2;17,0", "geen percentage", id="below 0"),
        pytest.param("Nederland;Ondergrens;2023;15,6;46,2;17,0", "geen waarde", id="bounds alone"),
        pytest.param(";Waarde;2023;15,6;46,2;17,0", "zonder gebied", id="no area"),
        pytest.param("Nederland;Waarde;;15,6;46,2;17,0", "zonder periode", id="no period"),
        pytest.param("Nederland;Waarde;2023;15,6;46,2;17,0;3", "meer cellen", id="a cell too many"),
    ],
)
def test_what_contradicts_itself_makes_the_file_wrong(row, why):
    assert any(why in remark.text for remark in read(compact(row), known()).wrong)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param("Nederland;Waarde;2019;8,0;46,2;17,0", "anders bepaald", id="before the break"),
        pytest.param("Nederland;Waarde;2023KW01;8,0;46,2;17,0", "geen jaar en geen maand", id="a quarter"),
        pytest.param("Nederland;Ondergrens 99%-interval;2023;8,0;46,2;17,0", "kennen we niet", id="another margin"),
        pytest.param("Limburg (RE);Waarde;2023;8,0;46,2;17,0", "niet een van onze gebieden", id="another kind of area"),
    ],
)
def test_what_is_not_for_us_is_passed_over(row, why):
    reading = read(compact(row), known())

    assert (reading.records, reading.wrong) == ((), ())
    assert any(why in remark.text for remark in reading.skipped)


def test_a_number_of_another_table_is_not_ours():
    table = "tabel;regio;marge;periode;totaal_slachtoffers_pct\n85146NED;Nederland;Waarde;2023;15,6"

    assert "Verwacht: 85472NED" in read(table.encode(), known()).skipped[0].text


def test_two_numbers_for_one_figure_are_wrong_and_the_same_one_twice_is_not():
    row, other = "Nederland;Waarde;2023;15,6;46,2;17,0", "Nederland;Waarde;2023;15,7;46,2;17,0"

    assert "twee getallen" in read(compact(row, other), known()).wrong[0].text
    assert read(compact(row, row), known()).wrong == ()


def test_two_columns_that_are_one_indicator_contradict_each_other():
    table = "regio;periode;totaal_slachtoffers_pct;totaal_slachtoffers_pct\nNederland;2023;15,6;16,1"

    assert "twee getallen" in read(table.encode(), known()).wrong[0].text


@given(st.binary(max_size=400))
def test_no_bytes_break_it(content):
    with suppress(Unreadable):
        read(content, known())


@given(st.lists(st.lists(st.text(max_size=8), max_size=6), max_size=6))
def test_no_rows_break_it(rows):
    lines = [";".join(cell.replace(";", "").replace("\n", "").replace('"', "") for cell in row) for row in rows]
    try:
        reading = read(compact(*lines), known())
    except Unreadable:
        return
    assert all(record.region for record in reading.records)
