"""Guided sessions in the admin: the addresses, the menu, and today's sessions on its first screen."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.components import Component

from campagne.guided.leading.powers import cards_of
from campagne.guided.planning import addresses
from campagne.guided.planning.home_panel import panels_for
from campagne.guided.planning.rights import may_lead, may_plan
from campagne.guided.report import admin as totals
from campagne.guided.report.sight import sees_totals
from campagne.staff.freezing import powers

hooks.register(powers.HOOK, cards_of)


class OwnMenuItem(MenuItem):
    """Offered to who may use it."""

    def __init__(self, *args: Any, may: Callable[[Any], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        """Wagtail asks twice: whether the menu above it has anything in it, and then what."""
        told = request.__dict__.setdefault("menu_items_told", {})
        if self.name not in told:
            told[self.name] = self.may(request.user)
        return told[self.name]


@hooks.register("register_admin_urls")
def planning_urls() -> list[URLPattern | URLResolver]:
    return [path("begeleiden/cijfers/", include(totals)), path("begeleiden/", include(addresses))]


@hooks.register("register_admin_menu_item")
def planning_menu_item() -> MenuItem:
    items = [
        OwnMenuItem("Lessen", reverse("guided_list"), name="guided-list", icon_name="calendar-alt", may=may_lead),
        OwnMenuItem("Plan een les", reverse("guided_plan"), name="guided-plan", icon_name="plus", may=may_plan),
        OwnMenuItem("Nu beginnen", reverse("guided_start_now"), name="guided-now", icon_name="media", may=may_lead),
        OwnMenuItem(
            "Bibliotheken",
            reverse("guided_libraries"),
            name="guided-libraries",
            icon_name="site",
            may=may_plan,
        ),
        OwnMenuItem("Cijfers", reverse("guided_totals"), name="guided-totals", icon_name="table", may=sees_totals),
    ]
    return SubmenuMenuItem("Groepslessen", Menu(items=items), name="guided", icon_name="group", order=140)


@hooks.register("construct_homepage_panels")
def show_sessions_of_today(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(panels_for(request.user))


@hooks.register("register_permissions")
def rights_of_libraries() -> QuerySet[Permission]:
    """Let an administrator see, in the screen of a group, what its people may do with sessions."""
    return Permission.objects.filter(content_type__app_label="guided", codename__in=["plan_sessions", "lead_sessions"])
