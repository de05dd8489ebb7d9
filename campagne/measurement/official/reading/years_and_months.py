"""Periods as an office writes them, in codes and in words: a year or a month, and nothing between."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
FIRST_YEAR = 1990

_CODE = re.compile(r"([0-9]{4})([A-Z][A-Z0-9])([0-9]{2})")
_PLAIN = re.compile(r"([0-9]{4})(?:[-/](0[1-9]|1[0-2])(?:-01)?)?")
_WORDS = re.compile(rf"(?:([0-9]{{4}})\s+({'|'.join(MONTHS)})|({'|'.join(MONTHS)})\s+([0-9]{{4}}))")


@dataclass(frozen=True)
class YearOrMonth:
    """`code` is "2023" or "2023-04"."""

    code: str
    is_provisional: bool = False

    @property
    def year(self) -> int:
        return int(self.code[:4])


class BadPeriod(ValueError):
    """No year and no month; in Dutch."""


def read_period(text: str, today: date) -> YearOrMonth:
    """Read "2023", "2023JJ00", "2023MM04", "2023 april" or "2025*". Raises BadPeriod, for what has not ended too."""
    bare = text.replace("\xa0", " ").strip()
    without = bare.rstrip("*").strip()
    code = _code_of(without)
    if code is None:
        raise BadPeriod(f"‘{bare[:40]}’ is geen jaar en geen maand.")
    if int(code[:4]) < FIRST_YEAR:
        raise BadPeriod(f"‘{bare}’ is van voor {FIRST_YEAR}. Kijk na of het jaar klopt.")
    _check_ended(bare, code, today)
    return YearOrMonth(code, is_provisional=without != bare)


def days_of(code: str) -> tuple[date, date]:
    """The first and the last day of a year or month."""
    year = int(code[:4])
    if len(code) == 4:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(code[5:7])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _check_ended(text: str, code: str, today: date) -> None:
    """Raise BadPeriod for a time of which nobody can have counted everything yet."""
    first, last = days_of(code)
    if last >= today:
        how_far = "geweest" if first > today else "voorbij"
        raise BadPeriod(f"‘{text}’ is nog niet {how_far}, dus dit kan geen cijfer zijn. Kijk na of de periode klopt.")


def _code_of(text: str) -> str | None:
    if found := _CODE.fullmatch(text.upper()):
        year, kind, number = found.groups()
        if kind == "JJ" and number == "00":
            return year
        return f"{year}-{number}" if kind == "MM" and "01" <= number <= "12" else None
    if found := _PLAIN.fullmatch(text):
        year, month = found.groups()
        return f"{year}-{month}" if month else year
    if found := _WORDS.fullmatch(text.casefold()):
        year, month = found[1] or found[4], found[2] or found[3]
        return f"{year}-{MONTHS.index(month) + 1:02}"
    return None
