"""Which backups are kept: all of lately, and the newest of each of the last days, weeks and months. Only moments."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

LATELY, MOST_LATELY = timedelta(days=2), 10
"""Misuse or a bad upgrade is often noticed a day later: what was made before it must then still be there."""


@dataclass(frozen=True)
class Keeping:
    """How many of the days, weeks and months that have a backup keep their newest."""

    daily: int = 7
    weekly: int = 5
    monthly: int = 12


def kept(moments: Iterable[datetime], keeping: Keeping) -> set[datetime]:
    """Of these local moments, those whose backup is kept; always the newest ten of the two days before the last one."""
    newest_first = sorted(moments, reverse=True)
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (keeping.daily, datetime.date),
        (keeping.weekly, lambda moment: moment.isocalendar()[:2]),
        (keeping.monthly, lambda moment: (moment.year, moment.month)),
    )
    chosen = {moment for moment in newest_first[:MOST_LATELY] if newest_first[0] - moment <= LATELY}
    for number, period in periods:
        first_of: dict[object, datetime] = {}
        for moment in newest_first:
            first_of.setdefault(period(moment), moment)
        chosen |= set(list(first_of.values())[:number])
    return chosen
