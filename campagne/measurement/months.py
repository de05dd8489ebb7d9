"""Months are rebuilt from their days, and days are purged when their month is safe. Both may run twice."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Min, Model
from django.utils import timezone

from campagne.measurement.cells.cell import DayCell, MonthCell
from campagne.measurement.cells.referrer import DayReferrer, MonthReferrer
from campagne.measurement.consumer import alone
from campagne.measurement.counters import DayAct, DayPage, MonthAct, MonthPage, Purge
from campagne.measurement.entrances.entrance import DayEntrance, MonthEntrance
from campagne.measurement.periods import ONE_DAY, first_of_month, next_month, oldest_day_kept
from campagne.serving.models import GivenOut

DAYS = (DayPage, DayAct, DayEntrance, DayCell, DayReferrer)


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
    edges = [model.objects.aggregate(first=Min("day"), last=Max("day")) for model in DAYS]
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
    made = _from_days(month)
    for model, rows in made.items():
        model.objects.filter(month=month).delete()
        model.objects.bulk_create(rows)
    return sum(map(len, made.values()))


def _from_days(month: date) -> dict[type[Model], list[Model]]:
    """The rows of a month in each table of months, made from its days."""
    last = next_month(month) - ONE_DAY
    days = {
        MonthPage: DayPage.objects.within(month, last).per_page(),
        MonthAct: DayAct.objects.within(month, last).per_page(),
        MonthEntrance: DayEntrance.objects.within(month, last).per_entrance(),
        MonthCell: DayCell.objects.within(month, last).per_cell(),
        MonthReferrer: DayReferrer.objects.within(month, last).per_referrer(),
    }
    return {model: [model(month=month, **row) for row in rows] for model, rows in days.items()}


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
    gone = [model.objects.filter(day__lt=before).delete()[0] for model in (*DAYS, GivenOut)]
    return sum(gone)


def purge_when_due(at: datetime) -> int:
    """Purge the days that are no longer kept; once a month there is something to do. Return how many rows went."""
    before = oldest_day_kept(timezone.localdate(at))
    return purge_days(before) if purged_before() < before else 0


def _equals_its_days(month: date) -> bool:
    return all(_same(model.objects.filter(month=month), rows) for model, rows in _from_days(month).items())


def _same(stored: Iterable[Model], made: Iterable[Model]) -> bool:
    return sorted(map(_values, stored)) == sorted(map(_values, made))


def _values(row: Model) -> list:
    return [getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key]
