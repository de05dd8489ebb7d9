"""How Dutch writes numbers and days."""

from datetime import date

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def number(value: float, decimals: int = 0) -> str:
    """Write 1234.5 as "1.235", or with one decimal as "1.234,5"; halves go up."""
    rounded = int(abs(value) * 10**decimals + 0.5) / 10**decimals
    written = f"{rounded:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    return f"−{written}" if value < 0 and rounded else written


def percentage(share: float) -> str:
    """Write .62 as "62%"; a share that is not quite nothing or everything is never rounded to it."""
    return f"{of_hundred(share)}%"


def of_hundred(share: float, decimals: int = 0) -> str:
    """Write .62 as "62", and .001 as "minder dan 1"."""
    if 0 < share < 0.005 and not decimals:
        return "minder dan 1"
    if 0.995 <= share < 1 and not decimals:
        return "meer dan 99"
    return number(share * 100, decimals)


def month_label(day: date) -> str:
    """Write the month of a day as "nov 2025"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_label(day: date, *, with_year: bool = False) -> str:
    """Write a day as "3 nov", or "3 nov 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")
