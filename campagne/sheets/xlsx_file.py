"""Tables as XLSX: written without a single formula, read by a child process after a look from outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from campagne.sheets.cells import UNKNOWN, Cell, printable
from campagne.sheets.child import ALLOWANCE, Allowance, read_in_child
from campagne.sheets.office import check_office
from campagne.sheets.unreadable import LIMITS, Limits, bounded, check_size

LONGEST_TEXT = 32_767
MOST_EXACT = 10**15
FIRST_YEAR = 1901


def read_xlsx(content: bytes, limits: Limits = LIMITS, allowance: Allowance = ALLOWANCE) -> list[list[Cell]]:
    """Read the first sheet: its rows without blank ones; a formula is read as the value that was saved with it.

    Raises Unreadable for anything but an ordinary workbook within the limits.
    """
    check_size(content, limits)
    check_office(content, "xlsx")
    rows = ([_cell(value) for value in row] for row in read_in_child("xlsx", content, limits, allowance))
    return [list(row) for row in bounded(rows, limits)]


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook, each row as long as its header."""

    title: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]


def write_xlsx(rows: Iterable[Sequence[Cell]], *, header: Sequence[str], title: str = "Tabel") -> bytes:
    """Return a workbook with one sheet, as `write_workbook` does."""
    return write_workbook([Sheet(title, header, rows)])


def write_workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return a workbook: text as text, numbers and days as what they are, None as "onbekend".

    A text longer than a cell can hold ends with "…". Raises ValueError if a row is not as long as its header.
    """
    workbook = Workbook(write_only=True)
    for sheet in sheets:
        _write(workbook.create_sheet(title=sheet.title), sheet)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write(written: Any, sheet: Sheet) -> None:
    written.append([_written(written, name) for name in sheet.header])
    for position, row in enumerate(sheet.rows, start=1):
        if len(row) != len(sheet.header):
            written.close()
            raise ValueError(f"row {position} has {len(row)} cells; expected {len(sheet.header)}, as in the header")
        written.append([_written(written, cell) for cell in row])


def _cell(value: Any) -> Cell:
    """A moment without a time is a day: a spreadsheet knows no days."""
    match value:
        case {"at": str(moment)}:
            at = datetime.fromisoformat(moment)
            return at.date() if at.time() == time.min else at
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case None | bool() | int() | float() | str():
            return value
    return str(value)


def _written(sheet: Any, cell: Cell) -> WriteOnlyCell:
    value = _value(cell)
    written = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        written.data_type = "s"  # Else "=1+1" would be a formula and "#N/A" a fault.
    return written


def _value(cell: Cell) -> str | int | float | Decimal | date:
    match cell:
        case None:
            return UNKNOWN
        case bool():
            return "ja" if cell else "nee"
        case int():
            return int(cell) if abs(cell) < MOST_EXACT else str(cell)
        case float() | Decimal():
            return cell if isfinite(cell) else UNKNOWN
        case datetime() if cell.tzinfo is not None or cell.year < FIRST_YEAR:
            return cell.isoformat()
        case date():
            return cell if cell.year >= FIRST_YEAR else cell.isoformat()
    text = printable(str(cell))
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
