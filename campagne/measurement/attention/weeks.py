"""The sixteen whole weeks that are looked at. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from campagne.figures.surveillance import EARLIER_WEEKS, WEEKS
from campagne.measurement.periods import Period

WEEK = timedelta(days=7)


def weeks_before(day: date) -> Period:
    """The sixteen weeks, Monday to Sunday, of which the last was over before `day`.

    All days of a week look at the same weeks, so that looking more often gives no more false alarms.
    """
    last = day - timedelta(days=day.weekday() + 1)
    return Period(last - WEEKS * WEEK + timedelta(days=1), last)


def recent(weeks: Period) -> Period:
    """The four weeks that are held against the twelve before."""
    return Period(weeks.first + EARLIER_WEEKS * WEEK, weeks.last)


def each_week(weeks: Period) -> Iterator[Period]:
    """The weeks one by one, the oldest first."""
    mondays = (weeks.first + number * WEEK for number in range(WEEKS))
    return (Period(monday, monday + WEEK - timedelta(days=1)) for monday in mondays)
