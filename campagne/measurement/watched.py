"""What who keeps watch over the machines sees of counting: is it keeping up, and how much is not counted."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Min
from django.utils.timezone import localdate

from campagne.measurement.counters import Reason, Rejection
from campagne.measurement.inbox import Inbox
from campagne.serving.metrics.exposition import Gauge, by, single


def gauges(at: datetime) -> Iterator[Gauge]:
    """An inbox with nothing to count has no oldest; a reason that nothing was refused for today is 0."""
    waiting = Inbox.objects.filter(counted_at=None).aggregate(rows=Count("pk"), oldest=Min("received_at"))
    oldest = waiting["oldest"] and max(0.0, (at - waiting["oldest"]).total_seconds())
    today = dict(Rejection.objects.filter(day=localdate(at)).values_list("reason", "count"))
    yield single("inbox_waiting", "Messages that still have to be counted.", waiting["rows"])
    yield single("inbox_oldest_age_seconds", "How long the oldest of them waits.", oldest)
    yield by(
        "reason",
        "rejections_today",
        "Messages that were not counted today, by reason. Starts again at midnight in Amsterdam.",
        {str(reason): today.get(str(reason), 0) for reason in Reason},
    )
