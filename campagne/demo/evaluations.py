"""The plans of the demo, on days around now. One that is there already stays as it is, and so does its report."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.content.models import CampaignPage
from campagne.demo.evaluation_entries import EvaluationEntry
from campagne.measurement.evaluation.reporting import make_reports
from campagne.measurement.models import EvaluationPlan
from campagne.measurement.periods import ONE_DAY, next_month

SECOND_HALF = EvaluationEntry(
    question="Wordt de uitleg meer gelezen dan in de weken ervoor?",
    campaign="eerst-ophangen",
    measured="gelezen",
    expected="up",
    smallest=5,
    comparison="before",
    written_days_ago=7,
    begins_in_days=0,
    lasts_days=15,
)


@transaction.atomic
def put_evaluations(entries: Sequence[EvaluationEntry], at: datetime) -> int:
    """Put each that is not there, by its question; return how many are new."""
    there = set(EvaluationPlan.objects.values_list("question", flat=True))
    new = [entry for entry in entries if entry.question not in there]
    for entry in new:
        _put(entry, at)
    return len(new)


def evaluate_month(month: date, at: datetime) -> int:
    """Put a plan about the second half of a month that is over, and let the clock's job report what was counted.

    `month` is its first day. Once per month; returns how many reports were made. The visits of such a month come
    evenly, so a difference would be one of chance.
    """
    last = next_month(month) - ONE_DAY
    begins = last - timedelta(days=last.day // 2 - 1)
    entry = replace(
        SECOND_HALF, question=f"{SECOND_HALF.question} ({month:%m-%Y}, voorbeeld)", lasts_days=last.day // 2
    )
    if not EvaluationPlan.objects.filter(question=entry.question).exists():
        _put(entry, timezone.make_aware(datetime.combine(begins, time(12))))
    return make_reports(at)


def _put(entry: EvaluationEntry, at: datetime) -> None:
    """Put a plan, with its days reckoned from `at`."""
    campaign = CampaignPage.objects.get(slug=entry.campaign)
    begins = timezone.localdate(at) + timedelta(days=entry.begins_in_days)
    plan = EvaluationPlan(
        campaign=campaign,
        municipality=campaign.municipality,
        question=entry.question,
        measured=entry.measured,
        expected=entry.expected,
        smallest=entry.smallest,
        comparison=entry.comparison,
        begins=begins,
        ends=begins + timedelta(days=entry.lasts_days - 1),
        registered_at=at - timedelta(days=entry.written_days_ago),
    )
    plan.full_clean(exclude=["registered_by"])
    plan.save()
