"""Which backups are kept: the newest of each of the last days, weeks and months. No files here, only moments."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Keeping:
    """How many of the days, weeks and months that have a backup keep their newest."""

    daily: int = 7
    weekly: int = 5
    monthly: int = 12


def kept(moments: Iterable[datetime], keeping: Keeping) -> set[datetime]:
    """Of these local moments, those whose backup is kept; always the newest of all."""
    newest_first = sorted(moments, reverse=True)
    periods: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (keeping.daily, datetime.date),
        (keeping.weekly, lambda moment: moment.isocalendar()[:2]),
        (keeping.monthly, lambda moment: (moment.year, moment.month)),
    )
    chosen = set(newest_first[:1])
    for number, period in periods:
        first_of: dict[object, datetime] = {}
        for moment in newest_first:
            first_of.setdefault(period(moment), moment)
        chosen |= set(list(first_of.values())[:number])
    return chosen
