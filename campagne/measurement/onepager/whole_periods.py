"""The periods that a sheet can be about: whole months and quarters, and this month so far. Pure."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from campagne.measurement.official.reading.years_and_months import MONTHS
from campagne.measurement.periods import ONE_DAY, Period, first_of_month, next_month

MONTHS_BACK, QUARTERS_BACK = 13, 4
MONTHS_IN_A_QUARTER = 3


@dataclass(frozen=True)
class Choice:
    """A period by its value in an address: `2026-10` or `2026-K3`. `when` begins a sentence: "In oktober 2026"."""

    value: str
    words: str
    when: str
    period: Period


def choices(today: date) -> list[Choice]:
    """This month so far, the months before it and the quarters that have passed, the newest first."""
    this, months = _month(first_of_month(today)), _months_before(today, MONTHS_BACK + QUARTERS_BACK * 3)
    quarters = [_quarter(month) for month in reversed(months) if month.month % MONTHS_IN_A_QUARTER == 0]
    before = [_month(month) for month in reversed(months)]
    return [_so_far(this, today), *before[:MONTHS_BACK], *quarters[:QUARTERS_BACK]]


def last_month(today: date) -> Choice:
    """The last month that is over."""
    return _month(first_of_month(first_of_month(today) - ONE_DAY))


def usual(today: date, counted_since: date) -> Choice:
    """The last month that is over; a site that began counting after it shows this month."""
    last = last_month(today)
    return last if counted_since <= last.period.last else choices(today)[0]


def _months_before(today: date, count: int) -> list[date]:
    """The first days of so many months before that of `today`, oldest first."""
    found = [first_of_month(today)]
    for _ in range(count):
        found.append(first_of_month(found[-1] - ONE_DAY))
    return found[:0:-1]


def _month(first: date) -> Choice:
    words = f"{MONTHS[first.month - 1]} {first.year}"
    return Choice(f"{first:%Y-%m}", words, f"In {words}", Period(first, next_month(first) - ONE_DAY))


def _so_far(month: Choice, today: date) -> Choice:
    first, name = month.period.first, f"{today.day} {month.words}"
    days = name if today == first else f"1 tot en met {name}"
    when = f"Op {days}" if today == first else f"Van {days}"
    return replace(month, words=days, when=when, period=Period(first, today))


def _quarter(last: date) -> Choice:
    """The quarter that ends with this month."""
    first = first_of_month(last - timedelta(days=45))
    words = f"{MONTHS[first.month - 1]} tot en met {MONTHS[last.month - 1]} {last.year}"
    period = Period(first, next_month(last) - ONE_DAY)
    return Choice(f"{last.year}-K{last.month // MONTHS_IN_A_QUARTER}", words, f"Van {words}", period)
