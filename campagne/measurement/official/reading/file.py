"""A file from outside, whatever its form, as figures that are ours. Raises Unreadable for what cannot be read."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from campagne.measurement.official.reading import odata, tables
from campagne.measurement.official.reading.documents import documents_in
from campagne.measurement.official.reading.joining import Reading, Remarks, join
from campagne.measurement.official.reading.known import Known
from campagne.measurement.official.reading.numbers import COMMA, DECIMALS, POINT
from campagne.sheets.archive import open_archive
from campagne.sheets.cells import Cell
from campagne.sheets.csv_file import read_csv, separator_of
from campagne.sheets.unreadable import LIMITS, Unreadable
from campagne.sheets.xlsx_file import read_xlsx

MEGABYTE = 1024 * 1024
MOST_BYTES = LIMITS.size
JSON_BEGINS = b"\xef\xbb\xbf \t\r\n"

_FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")


def check_size(size: int) -> None:
    """Raise Unreadable for a file that is empty or too large, before it is read."""
    if size == 0:
        raise Unreadable("Dit bestand is leeg.", "Er hoort een tabel in te staan.", "Kies een ander bestand.")
    if size > MOST_BYTES:
        raise Unreadable(
            f"Dit bestand is {size / MEGABYTE:.0f} MB.",
            f"We lezen er hoogstens {MOST_BYTES // MEGABYTE}.",
            "Kies bij de bron alleen de gebieden en jaren die u nodig hebt, en download opnieuw.",
        )


def together(files: Sequence[bytes]) -> bytes:
    """Put the documents of one table together; several files are for JSON alone, whose titles come apart."""
    for content in files:
        check_size(len(content))
    if len(files) == 1:
        return files[0]
    if not all(content.lstrip(JSON_BEGINS)[:1] == b"{" for content in files):
        advice = "Kies één CSV of XLSX, of alleen JSON-bestanden van dezelfde tabel."
        raise Unreadable("Dit zijn verschillende bestanden.", "Meer dan één kan alleen met JSON.", advice)
    return b"[" + b",".join(content.strip(JSON_BEGINS) for content in files) + b"]"


def read(content: bytes, known: Known) -> Reading:
    """Read CSV, XLSX or OData in JSON, told apart by how it begins."""
    check_size(len(content))
    skipped, wrong = Remarks(), Remarks()
    if content.lstrip(JSON_BEGINS)[:1] in {b"{", b"["}:
        found = odata.numbers_in(documents_in(content), known, skipped)
    elif content.startswith(b"PK"):
        found = tables.numbers_in(_spreadsheet(content), known, skipped, wrong, usual_sign=COMMA)
    else:
        sign = POINT if separator_of(content) == "," else COMMA
        found = tables.numbers_in(read_csv(content), known, skipped, wrong, usual_sign=sign)
    return join(found, known, skipped, wrong)


def _spreadsheet(content: bytes) -> list[list[str]]:
    rows = read_xlsx(content)
    with open_archive(content) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if any(_FORMULA.search(archive.read(name)) for name in sheets):
            raise Unreadable(
                "In deze tabel staan formules.",
                "Verwacht: alleen getallen en tekst, zoals de bron ze gaf.",
                "Plak de tabel als waarden in een nieuw bestand, of gebruik het bestand van de bron.",
            )
    return [[_as_text(cell) for cell in row] for row in rows]


def _as_text(cell: Cell) -> str:
    """A cell as a Dutch spreadsheet shows it: a number with a comma, without the dust of binary fractions."""
    match cell:
        case None:
            return ""
        case bool():
            return "WAAR" if cell else "ONWAAR"
        case float() | Decimal():
            return _plainly(Decimal(repr(cell)) if isinstance(cell, float) else cell)
        case date():
            return cell.isoformat()[:10]
    return str(cell)


def _plainly(number: Decimal) -> str:
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        return str(number)
    text = f"{number.quantize(DECIMALS):f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")
