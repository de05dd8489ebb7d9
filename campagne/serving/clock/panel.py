"""What is wrong with the clock, on the first screen of who can have it put right or who plans pages."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from campagne.serving.clock.troubles import Trouble, trouble_with_plans, troubles_of_clock

REGIONAL_WORK, INCIDENTS = "staff.work_for_region", "incidents.raise_incident"


class ClockPanel(Component):
    """Empty while all is well."""

    name = "clock"
    template_name = "serving/clock_panel.html"
    order = 10

    def __init__(self, troubles: Callable[[datetime], list[Trouble]]) -> None:
        self._troubles = troubles

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"troubles": self._troubles(timezone.now())}


def panels_for(user: Any) -> Iterator[ClockPanel]:
    """All troubles for who works for the region or raises incidents, those with plans for who publishes."""
    if user.has_perm(REGIONAL_WORK) or user.has_perm(INCIDENTS):
        yield ClockPanel(troubles_of_clock)
    elif page_permission_policy.user_has_permission(user, "publish"):
        yield ClockPanel(trouble_with_plans)
