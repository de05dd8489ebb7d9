"""The guide in the admin: what must be looked at again, and no publishing of what is half from a list of pages."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from campagne.report_guide.models import IncidentTypePage
from campagne.staff.ownership import works_for_region


class ReviewPanel(Component):
    """Types with an outcome whose review date has passed, on the first screen of who works for the region."""

    name = "outcomes_to_review"
    template_name = "report_guide/admin/review_panel.html"
    order = 7

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        day = timezone.localdate()
        types = IncidentTypePage.objects.live().order_by("path")
        return {"overdue": [(page, late) for page in types if (late := page.overdue_since(day))]}


@hooks.register("construct_homepage_panels")
def show_what_to_review(request: HttpRequest, panels: list[Component]) -> None:
    if works_for_region(request.user):
        panels.append(ReviewPanel())


@hooks.register("before_bulk_action")
def publish_nothing_half(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Say what lacks, where publishing several pages at once would otherwise break on the first that is half."""
    if action_type != "publish" or request.method != "POST":
        return None
    chosen = [thing for thing in objects if isinstance(thing, Page)]
    for page in _going_live(chosen, with_below="include_descendants" in request.POST):
        if lacking := page.get_latest_revision_as_object().reasons_to_wait():
            messages.error(request, f"‘{page.get_admin_display_title()}’ kan nog niet online. {' '.join(lacking)}")
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def _going_live(chosen: list[Page], *, with_below: bool) -> list[IncidentTypePage]:
    """The types among the chosen pages, and those that wait below them."""
    keys, places = {page.pk for page in chosen}, tuple(page.path for page in chosen) if with_below else ()
    return [
        page
        for page in IncidentTypePage.objects.all()
        if page.pk in keys or (not page.live and page.path.startswith(places))
    ]
