"""On which days something repeats: a rule with a first and a last day, in days of Europe/Amsterdam."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LONGEST = timedelta(days=2 * 366)
"""So far ahead a series may run: who plans further cannot know, and a list must end."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHORTEST_MONTH = 28


class Every(StrEnum):
    ONCE = "once"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH_DATE = "month_date"
    MONTH_WEEKDAY = "month_weekday"


WEEKS = {Every.WEEK: 1, Every.TWO_WEEKS: 2}


@dataclass(frozen=True)
class Recurrence:
    """A first day, how it repeats, and the last day on which it may still be."""

    first_day: date
    every: Every = Every.ONCE
    until: date | None = None

    def days(self) -> Iterator[date]:
        """Every day of the series, in order. A series that has no end is its first day."""
        if self.every is Every.ONCE or self.until is None:
            yield self.first_day
            return
        last = min(self.until, self.first_day + LONGEST)
        step = 0
        while (day := self._day(step)) <= last:
            yield day
            step += 1

    def _day(self, step: int) -> date:
        if self.every in WEEKS:
            return self.first_day + step * timedelta(weeks=WEEKS[self.every])
        years, month = divmod(self.first_day.month - 1 + step, 12)
        year, month = self.first_day.year + years, month + 1
        if self.every is Every.MONTH_DATE:
            return date(year, month, min(self.first_day.day, calendar.monthrange(year, month)[1]))
        return _weekday_of_month(year, month, self.first_day.weekday(), self.week)

    @property
    def last_day(self) -> date:
        return max(self.days())

    @property
    def week(self) -> int:
        """Which of its weekday in the month the first day is, 1–4; the fifth is the last, which is said as -1."""
        number = (self.first_day.day - 1) // 7 + 1
        return number if number < 5 else -1

    @property
    def rule(self) -> dict[str, object]:
        """The same rule as a calendar file says it (RFC 5545, 3.3.10), without its end; empty for a single day."""
        if self.every in WEEKS:
            return {"FREQ": "WEEKLY", "INTERVAL": WEEKS[self.every]}
        if self.every is Every.MONTH_WEEKDAY:
            return {"FREQ": "MONTHLY", "BYDAY": f"{self.week}{WEEKDAYS[self.first_day.weekday()]}"}
        if self.every is Every.MONTH_DATE:
            return {"FREQ": "MONTHLY", **_date_of_month(self.first_day.day)}
        return {}


def moment(day: date, clock: time) -> datetime:
    """When a clock here shows this time; of an hour that comes twice the first, one that is skipped an hour later."""
    return datetime.combine(day, clock, AMSTERDAM).astimezone(UTC).astimezone(AMSTERDAM)


def _weekday_of_month(year: int, month: int, weekday: int, week: int) -> date:
    first, length = calendar.monthrange(year, month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    return date(year, month, days[week if week < 0 else week - 1])


def _date_of_month(day: int) -> dict[str, object]:
    """The day of the month; where a month has no such day, its last: of the days it may be, the last there is."""
    if day <= SHORTEST_MONTH:
        return {"BYMONTHDAY": day}
    return {"BYMONTHDAY": list(range(SHORTEST_MONTH, day + 1)), "BYSETPOS": -1}
