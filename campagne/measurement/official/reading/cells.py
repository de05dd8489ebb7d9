"""One number in a table, with everything that says what it is."""

from dataclasses import dataclass
from enum import StrEnum

from campagne.measurement.official.reading.known import KnownIndicator, plain


class Margin(StrEnum):
    """Which of the three numbers of a figure it is."""

    VALUE = "waarde"
    LOW = "ondergrens"
    HIGH = "bovengrens"


MARGIN_CODES = {"mw00000": Margin.VALUE, "mog0095": Margin.LOW, "mbg0095": Margin.HIGH}


@dataclass(frozen=True)
class Found:
    """A cell of a column that is ours; its text as it stood, None where JSON says null."""

    where: str
    indicator: KnownIndicator
    region: str
    period: str
    text: str | None
    decimal_sign: str
    margin: Margin = Margin.VALUE
    region_code: str = ""
    table: str = ""
    source_url: str = ""
    note: str = ""


def margin_of(text: str) -> Margin | None:
    """Read "Waarde", "Ondergrens 95%-interval" or "MBG0095"; titles differ per table. None for another margin."""
    name = plain(text)
    if name in MARGIN_CODES:
        return MARGIN_CODES[name]
    if name in {"", "waarde", "waarden"}:
        return Margin.VALUE
    if "%" in name and "95" not in name:
        return None
    below, above = "onder" in name, "boven" in name
    return None if below == above else Margin.LOW if below else Margin.HIGH
