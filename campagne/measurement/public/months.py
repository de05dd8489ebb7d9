"""Months as addresses and commands write them: 2026-10."""

import re
from argparse import ArgumentTypeError
from datetime import date

WRITTEN = re.compile("(?:2[0-9]{3})-(?:0[1-9]|1[0-2])")


def month_of(written: str) -> date:
    """Read a month as its first day. Raises ValueError for anything but four digits, a dash and a month."""
    found = WRITTEN.fullmatch(written)
    if found is None:
        raise ValueError(f"“{written}” is no month; expected it as 2026-10")
    return date.fromisoformat(f"{found[0]}-01")


def month_asked(written: str) -> date:
    """Read the month that somebody gave to a command."""
    try:
        return month_of(written)
    except ValueError as error:
        raise ArgumentTypeError(f"‘{written}’ is geen maand. Schrijf die als 2026-10.") from error


class MonthConverter:
    """A month in an address."""

    regex = WRITTEN.pattern

    def to_python(self, written: str) -> date:
        return month_of(written)

    def to_url(self, month: date) -> str:
        return f"{month:%Y-%m}"
