"""Tables as CSV: written so that a Dutch spreadsheet opens them with a double click, read from wherever they come."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from math import isfinite

from campagne.sheets.cells import UNKNOWN, Cell, printable
from campagne.sheets.unreadable import LIMITS, Limits, Unreadable, bounded, check_size

BYTE_ORDER_MARK = "\ufeff"
SEPARATORS = ";,\t"

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_QUOTED = re.compile(r'"[^"]*"?')


def read_csv(content: bytes, limits: Limits = LIMITS) -> list[list[str]]:
    """Read a table: its rows as texts, just as they stand; `12,5` stays `12,5` and empty lines are left out.

    UTF-8 with or without a mark, or what old Dutch spreadsheets write (cp1252); semicolons, commas or tabs.
    Raises Unreadable.
    """
    check_size(content, limits)
    text = _text(content)
    rows = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        return [list(row) for row in bounded(filter(None, rows), limits)]
    except csv.Error as error:
        raise Unreadable(
            f"Regel {rows.line_num} van dit bestand kunnen we niet lezen.",
            "Verwacht: CSV, met een tekst met leestekens tussen aanhalingstekens.",
            "Bewaar de tabel opnieuw als CSV UTF-8.",
        ) from error


def separator_of(content: bytes) -> str:
    """Tell what stands between the cells of a table; raises Unreadable."""
    return _separator(_text(content))


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


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NO_TEXT.search(text):
            return text
        break
    raise Unreadable(
        "Dit bestand is geen gewone tekst.",
        "Verwacht: CSV, in UTF-8 of zoals een Nederlandse spreadsheet het bewaart.",
        "Bewaar de tabel opnieuw als CSV UTF-8.",
    )


def _separator(text: str) -> str:
    """The separator that stands most often outside quotes, in the first line with one: a title above has none."""
    bare = (_QUOTED.sub("", line) for line in StringIO(text))
    first = next((line for line in bare if any(separator in line for separator in SEPARATORS)), "")
    return max(SEPARATORS, key=first.count)


def _line(cells: Sequence[Cell]) -> bytes:
    buffer = StringIO()
    csv.writer(buffer, delimiter=";", lineterminator="\r\n").writerow([_written(cell) for cell in cells])
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
    """Return the text as a cell can hold it, and harmless where it would be run as a formula."""
    readable = printable(text)
    return f"'{readable}" if _FORMULA.match(readable) else readable
