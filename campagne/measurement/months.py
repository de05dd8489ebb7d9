"""Months are rebuilt from their days, and days are purged when their month is safe. Both may run twice."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone

from campagne.measurement.consumer import alone
from campagne.measurement.counters import SHOWN, DayAct, DayPage, MonthAct, MonthPage, Purge
from campagne.measurement.periods import ONE_DAY, first_of_month, next_month, oldest_day_kept
from campagne.serving.models import GivenOut


class DaysPurged(Exception):
    """Days of this month are gone, so its counts cannot be made again."""

    def __init__(self, month: date) -> None:
        super().__init__(
            f"De dagtellingen van {month:%m-%Y} zijn al opgeruimd; de maand blijft staan zoals die is. "
            "Kies een latere maand."
        )


class MonthsDiffer(Exception):
    """A month does not equal the sum of its days, so its days may not go yet."""

    def __init__(self, month: date) -> None:
        super().__init__(
            f"De maand {month:%m-%Y} is niet gelijk aan de som van de dagen. "
            "Er is niets opgeruimd. Draai eerst 'manage.py rebuild_months'."
        )


def purged_before() -> date:
    """The first day that may still have counts."""
    return Purge.objects.values_list("before", flat=True).first() or date.min


def months_to_rebuild() -> list[date]:
    """Every month that still has all its days, from the first that was counted up to the last."""
    edges = [model.objects.aggregate(first=Min("day"), last=Max("day")) for model in (DayPage, DayAct)]
    days = [day for edge in edges for day in edge.values() if day]
    if not days:
        return []
    month, months = first_of_month(min(days)), []
    while month <= max(days):
        months.append(month)
        month = next_month(month)
    return [month for month in months if month >= purged_before()]


@transaction.atomic
def rebuild_month(month: date) -> int:
    """Rebuild the counts of one month (given as its first day) from its days; return how many rows were written.

    May run twice: a month is always made from its days, never added to. Raises DaysPurged if days of
    the month are gone, because then the count would be lost.
    """
    alone()
    if purged_before() > month:
        raise DaysPurged(month)
    pages, acts = _from_days(month)
    MonthPage.objects.filter(month=month).delete()
    MonthAct.objects.filter(month=month).delete()
    return len(MonthPage.objects.bulk_create(pages)) + len(MonthAct.objects.bulk_create(acts))


def _from_days(month: date) -> tuple[list[MonthPage], list[MonthAct]]:
    last = next_month(month) - ONE_DAY
    pages = DayPage.objects.within(month, last).per_page()
    acts = DayAct.objects.within(month, last).per_page()
    return [MonthPage(month=month, **row) for row in pages], [MonthAct(month=month, **row) for row in acts]


@transaction.atomic
def purge_days(before: date) -> int:
    """Delete the counts per day of the months before that of `before`; the months stay. Return how many rows went.

    Raises MonthsDiffer, and deletes nothing, if a month is not the sum of its days.
    """
    alone()
    before = first_of_month(before)
    for month in months_to_rebuild():
        if month < before and not _equals_its_days(month):
            raise MonthsDiffer(month)
    if before > purged_before():
        Purge.objects.update_or_create(pk=1, defaults={"before": before})
    gone = [model.objects.filter(day__lt=before).delete()[0] for model in (DayPage, DayAct, GivenOut)]
    return sum(gone)


def purge_when_due(at: datetime) -> int:
    """Purge the days that are no longer kept; once a month there is something to do. Return how many rows went."""
    before = oldest_day_kept(timezone.localdate(at))
    return purge_days(before) if purged_before() < before else 0


def _equals_its_days(month: date) -> bool:
    pages, acts = _from_days(month)
    page_counts = MonthPage.objects.filter(month=month).values_list("page_id", *SHOWN)
    act_counts = MonthAct.objects.filter(month=month).values_list("page_id", "act", "subject", "count")
    return _same(page_counts, [(row.page_id, *(getattr(row, name) for name in SHOWN)) for row in pages]) and _same(
        act_counts, [(row.page_id, row.act, row.subject, row.count) for row in acts]
    )


def _same(stored: Iterable[tuple], made: Iterable[tuple]) -> bool:
    return sorted(stored) == sorted(made)
