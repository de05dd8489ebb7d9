"""The dashboard in the admin: its addresses, its place in the menu and a way to it from each page."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from campagne.measurement.dashboard import views


class FiguresMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("staff.view_figures")


@hooks.register("register_admin_urls")
def figures_urls() -> list[URLPattern]:
    return [
        path("cijfers/", views.dashboard, name="figures"),
        path("cijfers/paginas/", views.figures_per_page, name="figures_per_page"),
        path("cijfers/cijfers.csv", views.figures_csv, name="figures_csv"),
    ]


@hooks.register("register_admin_menu_item")
def figures_menu_item() -> MenuItem:
    return FiguresMenuItem("Cijfers", reverse("figures"), name="figures", icon_name="table", order=150)


@hooks.register("register_page_header_buttons")
def figures_of_page(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from a page to its own figures."""
    if user.has_perm("staff.view_figures") and not page.is_root():
        yield Button("Cijfers", f"{reverse('figures')}?pagina={page.pk}", icon_name="table", priority=64)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def look_without_counting(page: Page, user: Any, *args: Any, **kwargs: Any) -> Iterator[Button]:
    """Lead from a page to what readers see, in a way that the tracker knows to be staff's (see tracker.js)."""
    if page.live and page.url:
        yield Button("Bekijk zonder te tellen", f"{page.url}#medewerker", icon_name="view", priority=65)
