"""What a cell can hold, on its way in or out."""

import re
from datetime import date
from decimal import Decimal

UNKNOWN = "onbekend"

Cell = str | int | float | Decimal | date | None

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text without what no cell can hold: control characters, halves of characters, odd line breaks."""
    lines = re.sub(r"\r\n?", "\n", text)
    return _UNPRINTABLE.sub("", lines).encode(errors="replace").decode()
