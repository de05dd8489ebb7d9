"""What is wrong with the clock, on the first screen of who can have it put right."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from campagne.serving.clock.troubles import troubles_of_clock

REGIONAL_WORK = "staff.work_for_region"


class ClockPanel(Component):
    """Empty while all is well."""

    name = "clock"
    template_name = "serving/clock_panel.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"troubles": troubles_of_clock(timezone.now())}
