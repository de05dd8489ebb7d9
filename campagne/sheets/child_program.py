"""The program that a child process runs: read one file from outside under hard limits, print plain JSON lines.

Run by path and on its own (`python -I`), so nothing of the product, its settings or its secrets is in its memory.
The last line tells how it ended: `{"end": "done"}`, or why not. Whatever else happens ends it without that line.
"""

import json
import resource
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

sys.modules["numpy"] = sys.modules["lxml"] = None  # type: ignore[assignment]  # Both are optional, and large.

MOST_BLANK_ROWS = 1_048_576
MOST_ELEMENTS, MOST_DEPTH = 200_000, 100


class TooMuch(Exception):
    """Read as far as the limits go, and there is more; the text names the limit."""


def main() -> None:
    kind, memory, seconds, output, rows, columns = sys.argv[1], *map(int, sys.argv[2:])
    for limit, value in [
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_CORE, 0),
    ]:
        resource.setrlimit(limit, (value, value))
    try:
        for line in rows_of_sheet(rows, columns) if kind == "xlsx" else elements():
            print(json.dumps(line, ensure_ascii=True, separators=(",", ":")))
        end = "done"
    except TooMuch as error:
        end = str(error)
    except MemoryError:
        end = "memory"
    print(json.dumps({"end": end}), flush=True)


def rows_of_sheet(most_rows: int, most_columns: int) -> Iterator[list[Any]]:
    """Yield the rows of the first sheet without its blank rows and blank last columns."""
    from openpyxl import load_workbook

    workbook = load_workbook(sys.stdin.buffer, read_only=True, data_only=True, keep_links=False)
    if not workbook.worksheets:
        return
    sheet = workbook.worksheets[0]
    sheet.reset_dimensions()
    seen = blank = 0
    for cells in sheet.iter_rows(values_only=True):
        row = without_end(cells)
        if not row:
            blank += 1
            if blank > MOST_BLANK_ROWS:
                raise TooMuch("rows")
            continue
        seen += 1
        if seen > most_rows:
            raise TooMuch("rows")
        if len(row) > most_columns:
            raise TooMuch("columns")
        yield [plain(cell) for cell in row]


def without_end(cells: Iterable[Any]) -> list[Any]:
    row = list(cells)
    while row and row[-1] is None:
        row.pop()
    return row


def plain(cell: Any) -> Any:
    """What JSON can carry; a moment or a day as an object, because JSON knows neither."""
    match cell:
        case None | bool() | int() | float() | str():
            return cell
        case Decimal():
            return float(cell)
        case datetime():
            return {"at": cell.isoformat()}
        case date():
            return {"day": cell.isoformat()}
    return str(cell)


def elements() -> Iterator[list[Any]]:
    """Yield every element with its depth, parents first: depth, name, attributes, text, text after it."""
    from defusedxml.ElementTree import fromstring

    root = fromstring(sys.stdin.buffer.read(), forbid_dtd=True)
    waiting = [(0, root)]
    seen = 0
    while waiting:
        depth, element = waiting.pop()
        seen += 1
        if seen > MOST_ELEMENTS or depth > MOST_DEPTH:
            raise TooMuch("elements")
        yield [depth, element.tag, element.attrib, element.text or "", element.tail or ""]
        waiting.extend((depth + 1, child) for child in reversed(element))


if __name__ == "__main__":
    main()
