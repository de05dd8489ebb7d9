"""How much of what the server gave out we saw in a browser: a gauge for the other figures, not one of them."""

from dataclasses import dataclass

from django.db.models import Min, QuerySet, Sum

from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.models import DayPage
from campagne.measurement.periods import Period
from campagne.serving.models import GivenOut


@dataclass(frozen=True)
class Coverage:
    """Of the same days: how often the server gave a page, and how often a browser told that it was shown."""

    given_out: int
    seen: int

    @property
    def in_a_hundred(self) -> int | None:
        """Of a hundred pages given out, how many were seen; None when the server gave none, or fewer than were seen."""
        return round(100 * self.seen / self.given_out) if self.given_out >= max(self.seen, 1) else None


def coverage(selection: Selection) -> Coverage | None:
    """None when the server counted nothing in the period, which is unknown and not zero."""
    given = _on_pages(selection, GivenOut.objects.exclude(page_id=0), selection.period)
    counted = given.aggregate(total=Sum("count"), first=Min("day"))
    if counted["total"] is None:
        return None
    since = Period(counted["first"], selection.period.last)
    seen = _on_pages(selection, DayPage.objects.order_by(), since).aggregate(total=Sum("views"))
    return Coverage(counted["total"], seen["total"] or 0)


def _on_pages(selection: Selection, rows: QuerySet, period: Period) -> QuerySet:
    within = rows.filter(day__range=(period.first, period.last))
    return within if selection.pages is None else within.filter(page_id__in=selection.pages)
