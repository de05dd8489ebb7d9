"""The words in which counters are asked: within a period, on certain pages, per page."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Sum

from campagne.measurement.periods import Period


class OnPages(models.QuerySet):
    def on_pages(self, ids: Iterable[int] | models.QuerySet) -> Self:
        return self.filter(page_id__in=ids)


class DayCounts(OnPages):
    """Rows per Amsterdam day: `DayPage.objects.within(first, last).on_pages(ids)`."""

    def within(self, first: date, last: date) -> Self:
        """Both days included."""
        return self.filter(day__range=(first, last))


class DayPages(DayCounts):
    def per_page(self) -> models.QuerySet:
        """One row per page: page_id, views, visits, reads."""
        shown = self.order_by().values("page_id")
        return shown.annotate(views=Sum("views"), visits=Sum("visits"), reads=Sum("reads"))


class DayActs(DayCounts):
    def per_page(self) -> models.QuerySet:
        """One row per page, act and subject: page_id, act, subject, count."""
        return self.order_by().values("page_id", "act", "subject").annotate(count=Sum("count"))


class DayEntrances(DayCounts):
    def per_entrance(self) -> models.QuerySet:
        """One row per entrance: entrance, scans, visits."""
        return self.order_by().values("entrance").annotate(scans=Sum("scans"), visits=Sum("visits"))


class DayCells(DayCounts):
    def per_cell(self) -> models.QuerySet:
        """One row per cell: theme, group, municipality, method, views, visits, reads."""
        cells = self.order_by().values("theme", "group", "municipality", "method")
        return cells.annotate(views=Sum("views"), visits=Sum("visits"), reads=Sum("reads"))


class DayReferrers(DayCounts):
    def per_referrer(self) -> models.QuerySet:
        """One row per referrer: referrer, visits."""
        return self.order_by().values("referrer").annotate(visits=Sum("visits"))


class MonthCounts(OnPages):
    """Rows per month, which is written as its first day."""

    def within(self, first: date, last: date) -> Self:
        """The months of both days included."""
        return self.filter(month__range=(first.replace(day=1), last))


class MonthCells(MonthCounts):
    def per_cell(self) -> models.QuerySet:
        """One row per cell: theme, group, municipality, method, views, visits, reads."""
        return DayCells.per_cell(self)


def covering(period: Period, today: date, of_months: Any, of_days: Any) -> list[models.QuerySet]:
    """The counters that together hold the period once: months where they are whole, days at the edges.

    Each edge is a question of its own: asked in one, a database leaves the index that leads to its days.
    """
    whole, loose = period.split(today)
    months = [of_months.objects.within(whole.first, whole.last)] if whole else []
    return [*months, *(of_days.objects.within(edge.first, edge.last) for edge in loose)]
