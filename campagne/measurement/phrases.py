"""The words in which counters are asked: within a period, on certain pages, per page."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Sum
from django.db.models.functions import TruncMonth


class DayCounts(models.QuerySet):
    """Rows per Amsterdam day: `DayPage.objects.within(first, last).on_pages(ids)`."""

    def within(self, first: date, last: date) -> Self:
        """Both days included."""
        return self.filter(day__range=(first, last))

    def on_pages(self, ids: Iterable[int] | models.QuerySet) -> Self:
        return self.filter(page_id__in=ids)


class DayPages(DayCounts):
    def per_page(self) -> Self:
        """One row per page: page_id, views, visits, reads."""
        return self.order_by("page_id").values("page_id").annotate(**SUMS)

    def per_month(self) -> Self:
        """One row per month and page: month (its first day), page_id, views, visits, reads."""
        return self.order_by().annotate(month=TruncMonth("day")).values("month", "page_id").annotate(**SUMS)

    def total(self) -> dict[str, int]:
        """Views, visits and reads over everything that was found."""
        return {name: count or 0 for name, count in self.aggregate(**SUMS).items()}


class DayActs(DayCounts):
    def of(self, act: str) -> Self:
        return self.filter(act=act)

    def per_subject(self) -> Self:
        """One row per act and subject: act, subject, total."""
        return self.order_by("act", "subject").values("act", "subject").annotate(total=Sum("count"))

    def per_month(self) -> Self:
        """One row per month, page, act and subject, with its total."""
        months = self.order_by().annotate(month=TruncMonth("day"))
        return months.values("month", "page_id", "act", "subject").annotate(total=Sum("count"))


class MonthCounts(models.QuerySet):
    """Rows per month, which is written as its first day."""

    def within(self, first: date, last: date) -> Self:
        """The months of both days included."""
        return self.filter(month__range=(first.replace(day=1), last))

    def on_pages(self, ids: Iterable[int] | models.QuerySet) -> Self:
        return self.filter(page_id__in=ids)


SUMS = {"views": Sum("views"), "visits": Sum("visits"), "reads": Sum("reads")}
