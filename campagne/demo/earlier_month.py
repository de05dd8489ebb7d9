"""Visits that are made now and told as of a month that is over, so that a demo shows what is published of a month.

They come through the same doors as all others; only their days are put back, and only in a demo. The site is then told
to be as old as that month, for nothing is published of a month from before a site was made.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zlib import crc32

from django.db import transaction
from django.db.models import F, Min
from django.utils import timezone

from campagne.measurement.consumer import count
from campagne.measurement.models import Entrance, Inbox, PageLabelPeriod
from campagne.measurement.periods import next_month
from campagne.measurement.public.freezing import freeze_month
from campagne.quiz.models import Attempt
from campagne.serving.models import Installation


@dataclass(frozen=True)
class EarlierMonth:
    """The month, as its first day, and the moment from which on visits are told as of it."""

    month: date
    since: datetime

    def open(self, codes: Iterable[str]) -> None:
        """Let what the pages say of themselves be as old as the month, so that visits of it are about something.

        So are the entrances with these codes, along which people come: nobody comes in before a poster hangs.
        """
        Entrance.objects.filter(code__in=codes, placed_from__gt=self.month).update(placed_from=self.month)
        began = PageLabelPeriod.objects.order_by().values("page").annotate(first=Min("begins"))
        for page, begins in began.filter(first__gt=self.month).values_list("page", "first"):
            PageLabelPeriod.objects.filter(page=page, begins=begins).update(begins=self.month)

    def put_back(self) -> None:
        """Give what arrived meanwhile a day of the month; all that is of one view gets the same."""
        days: dict[date, list[int]] = defaultdict(list)
        waiting = Inbox.objects.filter(counted_at=None, received_at__gte=self.since)
        for pk, once in waiting.values_list("pk", "once"):
            days[self._day_of(once.partition("|")[0])].append(pk)
        for day, keys in days.items():
            Inbox.objects.filter(pk__in=keys).update(day=day)

    def close(self, at: datetime) -> None:
        """Put back the last of it and the quizzes, count, and publish the month. Raises NotYet."""
        self.put_back()
        back = timezone.localdate(self.since) - self._day_of("")
        attempts = Attempt.objects.filter(cluster="", counted_at=None, started_at__gte=self.since)
        attempts.update(started_at=F("started_at") - back, finished_at=F("finished_at") - back)
        count(at, settle=timedelta())
        # In one transaction: else the clock would publish a month of which not all has come in yet.
        with transaction.atomic():
            first = timezone.make_aware(datetime.combine(self.month, time.min))
            Installation.objects.filter(founded_at__gt=first).update(founded_at=first)
            freeze_month(self.month, at)

    def _day_of(self, view: str) -> date:
        days = (next_month(self.month) - self.month).days
        return self.month + timedelta(days=crc32(view.encode()) % days)
