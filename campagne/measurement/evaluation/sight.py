"""Who sees which plans, and whose they are to write: whoever sees figures sees the region's and their own."""

from typing import Any

from django.db.models import Q, QuerySet

from campagne.content.models import CampaignPage
from campagne.measurement.dashboard.selection import sees_all
from campagne.measurement.evaluation.plan import EvaluationPlan
from campagne.staff.ownership import OwnershipPolicy, mine, usable_by, works_for_region

MAY_ADD = "measurement.add_evaluationplan"


def plans_seen_by(user: Any) -> QuerySet[EvaluationPlan]:
    """The title of a campaign that nobody ever published is for who writes it, and so is its plan."""
    plans = EvaluationPlan.objects.select_related("campaign", "municipality", "report").prefetch_related("changes")
    if not sees_all(user):
        plans = plans.filter(usable_by(user))
    if not works_for_region(user):
        plans = plans.filter(Q(campaign__first_published_at__isnull=False) | mine(user))
    return plans


def campaigns_of(user: Any) -> QuerySet[CampaignPage]:
    """The campaigns that this person may write a plan for, also those that are still to be published."""
    return CampaignPage.objects.filter(mine(user)).order_by("title")


def may_change(user: Any, plan: EvaluationPlan) -> bool:
    return OwnershipPolicy(EvaluationPlan).user_has_permission_for_instance(user, "change", plan)
