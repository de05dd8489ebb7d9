"""What runs, what waits and what ends soon, on the first screen of who may raise an incident."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from campagne.incidents.admin.rights import may_raise
from campagne.incidents.admin.showing import standing, to_verify, whole
from campagne.incidents.course import State
from campagne.incidents.holding import HeldPlan
from campagne.incidents.incident import Incident
from campagne.staff.ownership import works_for_region


class IncidentPanel(Component):
    name = "incidents"
    template_name = "incidents/admin/home_panel.html"
    order = 5

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        at, incidents = timezone.now(), whole(Incident.objects.all())
        return {
            "running": [standing(incident, at) for incident in incidents.live(at)],
            "waiting": list(incidents.filter(state=State.AWAITING.value)),
            "held": HeldPlan.objects.waiting().count(),
            "to_verify": list(to_verify(timezone.localdate())),
        }


class VerifyPanel(Component):
    """For who edits instructions; nothing while all were verified in time."""

    name = "instructions_to_verify"
    template_name = "incidents/admin/verify_panel.html"
    order = 6

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"to_verify": list(to_verify(timezone.localdate()))}


def panels_for(user: Any) -> Iterator[Component]:
    if may_raise(user):
        yield IncidentPanel()
    if works_for_region(user):
        yield VerifyPanel()
