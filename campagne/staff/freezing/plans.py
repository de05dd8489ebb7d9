"""What would still happen in the name of an account: planned publications, and drafts handed in to be looked over."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from wagtail.log_actions import log
from wagtail.models import PageLogEntry, Revision, WorkflowState
from wagtail.utils.timestamps import ensure_utc

PLANNED = "wagtail.publish.schedule"


def stop_plans(account: Any, by: Any) -> tuple[str, ...]:
    """Stop them all and name them; the drafts stay as they are. May run twice."""
    planned = [_unplan(revision, by) for revision in planned_by(account)]
    return (*planned, *(_take_back(state, by) for state in handed_in_by(account)))


def planned_by(account: Any) -> Iterator[Revision]:
    """Versions that wait for their moment: written by this account, or planned by it while somebody else wrote them."""
    of_others = PageLogEntry.objects.filter(user=account.pk, action=PLANNED, revision__isnull=False)
    mine = Q(user=account.pk) | Q(pk__in=of_others.values("revision"))
    return Revision.objects.filter(mine, approved_go_live_at__isnull=False).order_by("approved_go_live_at").iterator()


def handed_in_by(account: Any) -> Iterator[WorkflowState]:
    return WorkflowState.objects.active().filter(requested_by=account.pk).order_by("pk").iterator()


def _unplan(revision: Revision, by: Any) -> str:
    """As Wagtail does it when somebody presses the button at the page."""
    thing = revision.as_object()
    told = {
        "id": revision.pk,
        "created": ensure_utc(revision.created_at),
        "go_live_at": ensure_utc(revision.approved_go_live_at),
        "has_live_version": thing.live,
    }
    revision.approved_go_live_at = None
    revision.save(user=by, update_fields=["approved_go_live_at"])
    log(instance=thing, action="wagtail.schedule.cancel", user=by, revision=revision, data={"revision": told})
    return f"{thing} (gepland)"


def _take_back(state: WorkflowState, by: Any) -> str:
    state.cancel(user=by)
    return f"{state.content_object} (ter beoordeling)"
