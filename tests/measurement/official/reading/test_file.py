"""Whatever somebody uploads: the sample of CBS, spreadsheets, formulas, bombs and files that are far too large."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from campagne.measurement.official.reading import file as reader
from campagne.measurement.official.reading.file import check_size, read
from campagne.sheets.csv_file import read_csv
from campagne.sheets.unreadable import Unreadable
from campagne.sheets.xlsx_file import write_xlsx
from tests.measurement.official.tables import SAMPLE, STATLINE, VICTIMS, known

pytestmark = pytest.mark.once


def workbook(*rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_sample_gives_24_figures_with_bounds_and_3_without():
    reading = read(SAMPLE.read_bytes(), known())

    with_bounds = [record for record in reading.records if record.low is not None]
    without = [record for record in reading.records if record.low is None]
    assert (len(with_bounds), len(without), reading.skipped, reading.wrong) == (24, 3, (), ())
    assert {(record.region, record.period) for record in without} == {("Zuid-Nederland (LD)", "2021")}
    assert all(record.source_url.startswith("https://www.cbs.nl/") for record in reading.records)


def test_a_spreadsheet_says_the_same_as_a_csv():
    head, *rows = read_csv(STATLINE.encode())[3:-1]
    titles = read_csv(STATLINE.encode())[1:3]
    # Numbers as numbers, as a spreadsheet keeps them.
    typed = [[float(c.replace(",", ".")) if c[:1].isdigit() and "*" not in c else c for c in row] for row in rows]

    assert (
        read(workbook(*titles, head, *typed), known()).records
        == read("\n".join(STATLINE.splitlines()[1:-1]).encode(), known()).records
    )


def test_binary_dust_and_days_of_a_spreadsheet_are_read_as_they_are_seen():
    rows = [["Nederland", date(2023, 4, 1), 16.900000000000002]]
    (record,) = read(write_xlsx(rows, header=["regio", "periode", "totaal_slachtoffers_pct"]), known()).records

    assert (record.indicator, record.period, str(record.value)) == (VICTIMS, "2023-04", "16.9000")


def test_formulas_are_refused_because_nobody_sees_what_they_hold():
    rows = [["regio", "periode", "totaal_slachtoffers_pct"], ["Nederland", "2023", "=1+1"]]

    with pytest.raises(Unreadable, match="formules"):
        read(workbook(*rows), known())


def test_a_bomb_in_a_zip_is_not_unpacked():
    bomb = BytesIO()
    with ZipFile(bomb, "w", 8) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 60 * 1024 * 1024)

    with pytest.raises(Unreadable, match="groter dan 50 MB"):
        read(bomb.getvalue(), known())


def test_a_bomb_of_entities_is_not_expanded():
    content = workbook(["regio", "periode"], ["Nederland", "2023"])
    bombed = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(bombed, "w", 8) as made:
        for name in given.namelist():
            part = given.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"c" * 9999 + b'">]>' + part
            made.writestr(name, part)

    with pytest.raises(Unreadable):
        read(bombed.getvalue(), known())


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0" + bytes(100), b"%PDF-1.4\n\x00"])
def test_other_files_are_refused(content):
    with pytest.raises(Unreadable):
        read(content, known())


def test_200_megabytes_are_refused_by_their_size():
    with pytest.raises(Unreadable, match=r"Dit bestand is 200 MB. We lezen er hoogstens 10. Kies bij de bron alleen"):
        check_size(200 * reader.MEGABYTE)
