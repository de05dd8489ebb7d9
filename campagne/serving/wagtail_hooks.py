"""What the admin shows of this installation, and what a page tells the store that keeps it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from campagne.serving.clock.panel import panels_for
from campagne.serving.disturbances import screen
from campagne.serving.store.page import PAGE_ID, VALID_UNTIL


@hooks.register("construct_homepage_panels")
def show_troubles_of_clock(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(panels_for(request.user))


class DisturbancesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(screen.KEEPS_ACCOUNTS)


@hooks.register("register_admin_urls")
def address_of_disturbances() -> list[URLPattern]:
    return [path("storingen/", screen.disturbances, name="disturbances")]


@hooks.register("register_reports_menu_item")
def way_to_disturbances() -> MenuItem:
    where = reverse("disturbances")
    return DisturbancesMenuItem(screen.TITLE, where, name="disturbances", icon_name="warning", order=950)


@hooks.register("before_serve_page")
def end_in_time(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Refuse a page whose end has come before the clock takes it away, and tell the store until when it holds."""
    if page.expire_at and page.expire_at <= timezone.now():
        raise Http404(f"page {page.pk} ended at {page.expire_at}")
    request.META[PAGE_ID] = page.pk
    request.META[VALID_UNTIL] = page.expire_at.timestamp() if page.expire_at else None
