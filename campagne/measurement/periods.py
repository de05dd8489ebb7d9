"""Periods of days, and how they fall apart into whole months and loose days. Pure: the clock is an argument."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
DAYS_IN_A_DAILY_CHART = 92
"""The longest period that is drawn day by day; a longer one is drawn month by month."""
MONTHS_OF_DAYS = 25
"""How many months the counts per day are kept; the counts per month stay."""


@dataclass(frozen=True)
class Period:
    """Amsterdam days from `first` up to and including `last`. Raises ValueError when it ends before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"the period ends on {self.last}, before it begins on {self.first}")

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_daily(self) -> bool:
        """Whether it is short enough to show day by day."""
        return self.days <= DAYS_IN_A_DAILY_CHART

    @property
    def before(self) -> "Period":
        """The period of the same length that ends where this one begins."""
        return Period(self.first - timedelta(days=self.days), self.first - ONE_DAY)

    def each_day(self) -> Iterator[date]:
        return (self.first + timedelta(days=passed) for passed in range(self.days))

    def each_month(self) -> Iterator[date]:
        """The first day of every month that the period touches."""
        month = first_of_month(self.first)
        while month <= self.last:
            yield month
            month = next_month(month)

    def split(self, today: date) -> tuple["Period | None", tuple["Period", ...]]:
        """Return its whole months as one period, or None, and the loose days before and after them.

        The month of `today` is whole when the period reaches today: nothing was counted after it.
        """
        opening = self.first if self.first.day == 1 else next_month(self.first)
        closing = first_of_month(self.last + ONE_DAY) if self.last < today else next_month(self.last)
        if opening >= closing:
            return None, (self,)
        whole = Period(opening, closing - ONE_DAY)
        edges = (
            Period(self.first, opening - ONE_DAY) if self.first < opening else None,
            Period(closing, self.last) if closing <= self.last else None,
        )
        return whole, tuple(edge for edge in edges if edge)


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def next_month(day: date) -> date:
    """Return the first day of the month after that of `day`."""
    return (first_of_month(day) + timedelta(days=31)).replace(day=1)


def oldest_day_kept(today: date) -> date:
    """Return the first day whose counts per day are still there."""
    months = today.year * 12 + today.month - 1 - MONTHS_OF_DAYS
    return date(months // 12, months % 12 + 1, 1)


def last_days(today: date, days: int) -> Period:
    """Return the period of `days` days that ends today."""
    return Period(today - timedelta(days=days - 1), today)
