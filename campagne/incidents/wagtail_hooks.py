"""Incident mode in the admin: its addresses, its place in the menu, on the first screen and in the log."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from campagne.incidents.admin import addresses, recording
from campagne.incidents.admin.home_panel import panels_for
from campagne.incidents.admin.powers import incidents_of
from campagne.incidents.admin.rights import may_raise
from campagne.incidents.incident import Incident
from campagne.staff.freezing import powers

hooks.register(powers.HOOK, incidents_of)

FIRST = 1


class IncidentMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_raise(request.user)


@hooks.register("register_admin_urls")
def incident_urls() -> list[URLPattern | URLResolver]:
    return [path("incidenten/", include(addresses))]


@hooks.register("register_admin_menu_item")
def incident_menu_item() -> MenuItem:
    return IncidentMenuItem("Incident", reverse("incidents_list"), name="incident", icon_name="warning", order=FIRST)


@hooks.register("construct_homepage_panels")
def show_what_runs(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(panels_for(request.user))


@hooks.register("register_log_actions")
def log_what_is_done(actions: LogActionRegistry) -> None:
    recording.register(actions)


@hooks.register("before_delete_page")
def keep_what_was_raised(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An instruction of which an incident was told stays, as the history refers to it."""
    return _refuse_to_delete(request, page)


@hooks.register("before_bulk_action")
def keep_all_that_was_raised(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> Any:
    pages = [thing for thing in objects if isinstance(thing, Page)] if action_type == "delete" else []
    return next(filter(None, (_refuse_to_delete(request, page) for page in pages)), None)


def _refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    if not Incident.objects.filter(page__path__startswith=page.path).exists():
        return None
    messages.error(request, f"‘{page}’ hoort bij een incident en blijft bewaard. Depubliceren kan wel.")
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("register_permissions")
def right_to_raise() -> QuerySet[Permission]:
    """Let an administrator see, in the screen of a group, that its people may raise an incident."""
    return Permission.objects.filter(content_type__app_label="incidents", codename="raise_incident")
