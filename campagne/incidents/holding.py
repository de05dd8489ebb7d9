"""Publications that wait: what was planned for a campaign does not appear while an incident runs in its area.

An exercise holds nothing. What is held stays held, also after the incident, until somebody releases it by hand.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from wagtail.models import Revision

from campagne.content.models import CampaignPage
from campagne.incidents.incident import Incident


class HeldPlanQuerySet(models.QuerySet["HeldPlan"]):
    def waiting(self) -> "HeldPlanQuerySet":
        """What nobody released yet, and its editor did not publish, replan or cancel in the meantime."""
        return self.filter(released_at=None, revision__approved_go_live_at__isnull=False)


class HeldPlan(models.Model):
    """A planned publication that was due while an incident ran."""

    page = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="+", verbose_name="campagne")
    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="+", verbose_name="versie")
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="held_plans", verbose_name="incident")
    planned_at = models.DateTimeField("gepland voor")
    held_at = models.DateTimeField("tegengehouden om")
    released_at = models.DateTimeField("vrijgegeven om", null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vrijgegeven door",
    )

    objects = HeldPlanQuerySet.as_manager()

    class Meta:
        ordering = ["planned_at", "pk"]
        verbose_name = "tegengehouden publicatie"
        verbose_name_plural = "tegengehouden publicaties"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(released_at=None, released_by=None)
                | models.Q(released_at__isnull=False, released_by__isnull=False),
                name="what_is_released_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return self.page.title


def hold(revisions: Iterable[Revision], at: datetime) -> set[int]:
    """Tell which of these revisions, all due, must not be published now; write down what is held for the first time.

    The clock asks this through `HOLDERS` in serving/clock/planned.py.
    """
    kind = ContentType.objects.get_for_model(CampaignPage)
    due = {int(revision.object_id): revision for revision in revisions if revision.content_type_id == kind.pk}
    rows = {row.revision_id: row for row in HeldPlan.objects.filter(revision__in=due.values())}
    held = {pk for pk, row in rows.items() if row.released_at is None}
    campaigns = CampaignPage.objects.filter(pk__in=due).select_related("municipality")
    for page in campaigns:
        if due[page.pk].pk not in rows and (incident := holds_back(page, at)):
            _write_down(page, due[page.pk], incident, at)
            held.add(due[page.pk].pk)
    return held


def holds_back(page: CampaignPage, at: datetime) -> Incident | None:
    """The real incident that runs where this campaign is read."""
    return Incident.objects.live(at).filter(is_exercise=False).in_area(page.municipality).first()


def _write_down(page: CampaignPage, revision: Revision, incident: Incident, at: datetime) -> None:
    planned_at = revision.approved_go_live_at
    told = {"page": page, "incident": incident, "planned_at": planned_at, "held_at": at}
    HeldPlan.objects.get_or_create(revision=revision, defaults=told)


def still_to_come(incident: Incident, at: datetime) -> list[Revision]:
    """What is planned for campaigns in its area before it ends, and will be held then."""
    if incident.is_exercise or not incident.is_live:
        return []
    planned = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(CampaignPage),
        approved_go_live_at__gt=at,
        approved_go_live_at__lt=incident.ends_at,
    )
    campaigns = CampaignPage.objects.select_related("municipality").in_bulk([int(each.object_id) for each in planned])
    return [
        each
        for each in planned.order_by("approved_go_live_at")
        if _is_within(campaigns.get(int(each.object_id)), incident)
    ]


def _is_within(page: CampaignPage | None, incident: Incident) -> bool:
    return page is not None and Incident.objects.in_area(page.municipality).filter(pk=incident.pk).exists()


@transaction.atomic
def release(plan: HeldPlan, by: Any, at: datetime) -> bool:
    """Publish what was held, as if its moment were now; False if somebody else was first or its editor changed it."""
    free = HeldPlan.objects.filter(pk__in=[each.pk for each in HeldPlan.objects.waiting().filter(pk=plan.pk)])
    if not free.filter(released_at=None).update(released_at=at, released_by=by):
        return False
    # Its editor was allowed to plan it; who releases it decides on the moment alone.
    plan.revision.publish(user=by, log_action="wagtail.publish.scheduled", skip_permission_checks=True)
    return True
