"""Tables as CSV that a Dutch spreadsheet opens with a double click."""

import re
from collections.abc import Iterable, Iterator, Sequence
from csv import writer
from datetime import date
from decimal import Decimal
from io import StringIO
from math import isfinite

BYTE_ORDER_MARK = "\ufeff"
UNKNOWN = "onbekend"

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")

Cell = str | int | float | Decimal | date | None


def write_csv(rows: Iterable[Sequence[Cell]], *, header: Sequence[str]) -> Iterator[bytes]:
    """Yield a table line by line, in UTF-8 with a byte order mark and semicolons.

    Text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers, with a decimal comma.
    None is "onbekend", never empty and never 0. Raises ValueError if a row is not as long as the header.
    """
    yield BYTE_ORDER_MARK.encode() + _line(header)
    for position, row in enumerate(rows, start=1):
        if len(row) != len(header):
            raise ValueError(f"row {position} has {len(row)} cells; expected {len(header)}, as in the header")
        yield _line(row)


def _line(cells: Sequence[Cell]) -> bytes:
    buffer = StringIO()
    writer(buffer, delimiter=";", lineterminator="\r\n").writerow([_written(cell) for cell in cells])
    return buffer.getvalue().encode()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return UNKNOWN
        case bool():  # True is an int too.
            return "ja" if cell else "nee"
        case int():
            return str(int(cell))
        case float() | Decimal():
            return str(cell).replace(".", ",") if isfinite(cell) else UNKNOWN
        case date():
            return cell.isoformat()
    return _safe(str(cell))


def _safe(text: str) -> str:
    """Return the text without what no cell can hold, and harmless where it would be run as a formula."""
    lines = re.sub(r"\r\n?", "\n", text)
    readable = _UNPRINTABLE.sub("", lines).encode(errors="replace").decode()
    return f"'{readable}" if _FORMULA.match(readable) else readable
