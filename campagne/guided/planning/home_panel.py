"""Today's sessions on the first screen of the admin, each with its button, and one to begin at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from campagne.guided.planning.listing import today
from campagne.guided.planning.rights import may_lead, may_plan
from campagne.staff.ownership import works_for_region


class TodayPanel(Component):
    name = "guided_today"
    template_name = "guided/planning/today.html"
    order = 20

    def __init__(self, user: Any) -> None:
        self._user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        sessions = list(today(self._user, timezone.now())[:20])
        is_quiet = works_for_region(self._user) and not sessions
        return {
            "sessions": sessions,
            "is_shown": not is_quiet,
            "may_plan": may_plan(self._user),
            # A panel gets no token of its own: it stands in a page that has one.
            "request": parent_context.get("request"),
            "csrf_token": parent_context.get("csrf_token"),
        }


def panels_for(user: Any) -> Iterator[TodayPanel]:
    """For who leads; who works for the region sees it on days with sessions."""
    if may_lead(user):
        yield TodayPanel(user)
