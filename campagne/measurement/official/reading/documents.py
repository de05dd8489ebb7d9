"""JSON from outside as documents of rows, within limits that are looked at before anything is parsed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from campagne.sheets.unreadable import Unreadable

MOST_CONTAINERS, MOST_VALUES = 400_000, 2_500_000
MOST_DOCUMENTS, MOST_ROWS = 30, 200_000
EXPECTED = "Verwacht: OData in JSON, zoals CBS en de politie het geven, met rijen onder ‘value’."
ADVICE = "Haal het opnieuw op, of bewaar de tabel als CSV."

_TABLE = re.compile(r"/([0-9]{5}[a-z]{3})/", re.IGNORECASE)


@dataclass(frozen=True)
class Document:
    """Rows of one kind. `subject` is what they are about, such as "RegioS", and `table` the number of their table."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    subject: str = ""
    table: str = ""
    has_more: bool = False

    def has(self, *keys: str) -> bool:
        return bool(self.rows) and all(key in self.rows[0] for key in keys)


def documents_in(content: bytes) -> list[Document]:
    """Read one document, or several in a list or under names. Raises Unreadable."""
    if content.count(b"{") + content.count(b"[") > MOST_CONTAINERS or content.count(b",") > MOST_VALUES:
        raise Unreadable("Dit bestand heeft te veel onderdelen.", "Meer lezen we niet in één keer.", "Verdeel het.")
    try:
        told = json.loads(content.decode("utf-8-sig"), parse_float=str, parse_int=str, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Unreadable("Dit bestand is geen JSON, of het is niet heel.", EXPECTED, ADVICE) from error
    documents = list(_documents(told, "document"))
    if not documents or len(documents) > MOST_DOCUMENTS:
        raise Unreadable("In dit bestand staan geen rijen.", EXPECTED, ADVICE)
    return documents


def text_of(value: Any) -> str:
    """A value as text without the spaces that fill codes up to one width."""
    return (
        value.strip()
        if isinstance(value, str)
        else ""
        if value is None or isinstance(value, dict | list)
        else str(value)
    )


def _no_number(found: str) -> NoReturn:
    raise ValueError(f"{found} is no number; expected digits or null")


def _documents(told: Any, name: str, *, depth: int = 0) -> Iterator[Document]:
    """A document is an object with rows under "value", or a bare list of rows."""
    if depth > 2:
        return
    if isinstance(told, dict) and isinstance(told.get("value"), list):
        address = text_of(told.get("odata.metadata", told.get("@odata.context")))
        has_more = bool(told.get("odata.nextLink") or told.get("@odata.nextLink"))
        subject = re.split(r"[#.]", address)[-1].removesuffix("Codes") if "#" in address else name
        yield _document(name, told["value"], subject, _table(address), has_more=has_more)
    elif isinstance(told, dict):
        for key, part in told.items():
            yield from _documents(part, key, depth=depth + 1)
    elif isinstance(told, list) and told and all(isinstance(row, dict) for row in told):
        if all("value" in row for row in told):
            for number, part in enumerate(told, start=1):
                yield from _documents(part, f"{name} {number}", depth=depth + 1)
        else:
            yield _document(name, told, name, "")


def _document(name: str, rows: Sequence[Any], subject: str, table: str, *, has_more: bool = False) -> Document:
    if len(rows) > MOST_ROWS or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(f"In ‘{name}’ staat iets anders dan rijen.", EXPECTED, ADVICE)
    return Document(name, rows, subject, table, has_more)


def _table(address: str) -> str:
    found = _TABLE.search(address)
    return found[1] if found else ""
