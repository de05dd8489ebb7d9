"""The job that makes each report once, when the counters of its last day are complete."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.measurement.evaluation.plan import EvaluationPlan, EvaluationReport
from campagne.measurement.evaluation.report import Result, counted_again, result_of
from campagne.measurement.models import Purge
from campagne.serving.models import Installation

DAYS_TO_SETTLE = 3
"""A stored page counts for 26 hours after it was renewed, and what waits is counted within minutes."""


def make_reports(at: datetime) -> int:
    """Make the reports that are due; return how many. May run twice, and in two processes at once."""
    today = timezone.localdate(at)
    due = EvaluationPlan.objects.filter(report=None, ends__lte=today - timedelta(days=DAYS_TO_SETTLE))
    return sum(_make(key, at) for key in due.order_by("ends", "pk").values_list("pk", flat=True))


@transaction.atomic
def _make(key: int, at: datetime) -> bool:
    """Whoever holds the plan makes its report; who comes second, or finds a later last day, makes none."""
    plan, today = EvaluationPlan.objects.select_for_update().get(pk=key), timezone.localdate(at)
    if EvaluationReport.objects.filter(plan=plan).exists() or report_due(plan) > today:
        return False
    result = result_of(plan, today=today, since=counted_since(today))
    EvaluationReport.objects.create(plan=plan, made_at=at, **asdict(result))
    return True


def report_due(plan: EvaluationPlan) -> date:
    return plan.ends + timedelta(days=DAYS_TO_SETTLE)


def recomputed(report: EvaluationReport, *, today: date) -> Result | None:
    """Make a report again from the counters of now; None when days of it were purged, and nothing can be said."""
    first = min(date.fromisoformat(report.figures[arm]["first"]) for arm in ("ours", "theirs"))
    purged = Purge.objects.first()
    return None if purged and first < purged.before else counted_again(report.figures, today=today)


def counted_since(today: date) -> date:
    """The day on which this site began to count."""
    installation = Installation.objects.current()
    return timezone.localdate(installation.founded_at) if installation else today
