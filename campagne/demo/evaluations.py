"""The plans of the demo, on days around now. One that is there already stays as it is, and so does its report."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.content.models import CampaignPage
from campagne.demo.evaluation_entries import EvaluationEntry
from campagne.measurement.models import EvaluationPlan


@transaction.atomic
def put_evaluations(entries: Sequence[EvaluationEntry], at: datetime) -> int:
    """Put each that is not there, by its question; return how many are new."""
    there = set(EvaluationPlan.objects.values_list("question", flat=True))
    new = [entry for entry in entries if entry.question not in there]
    for entry in new:
        _put(entry, at)
    return len(new)


def _put(entry: EvaluationEntry, at: datetime) -> None:
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
