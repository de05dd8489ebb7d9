"""Add to what was counted of entrances: the day and its month together, in the transaction of the caller."""

from collections.abc import Mapping
from datetime import date

from campagne.measurement.entrances.entrance import DayEntrance, MonthEntrance
from campagne.measurement.periods import first_of_month
from campagne.serving.database.upsert import add_to

Counts = tuple[int, int]
"""Scans and visits."""


def add_to_entrances(days: Mapping[tuple[date, int], Counts]) -> None:
    """Add these counts, by day and number of the entrance."""
    months: dict[tuple[date, int], Counts] = {}
    for (day, entrance), (scans, visits) in days.items():
        month = first_of_month(day), entrance
        scans_before, visits_before = months.get(month, (0, 0))
        months[month] = scans_before + scans, visits_before + visits
    add_to(DayEntrance, ("day", "entrance"), ("scans", "visits"), days)
    add_to(MonthEntrance, ("month", "entrance"), ("scans", "visits"), months)
