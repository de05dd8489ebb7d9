"""The dashboard in the admin: its addresses, its place in the menu and a way to it from each page."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from campagne.measurement.attention import home_panel as attention_panel
from campagne.measurement.attention import views as attention_views
from campagne.measurement.beside.listing import PagesWithFigures
from campagne.measurement.cells.labelling import note_moved
from campagne.measurement.cells.register import PopulationViewSet
from campagne.measurement.context.register import ContextEventViewSet
from campagne.measurement.dashboard import views
from campagne.measurement.entrances import compare_views
from campagne.measurement.entrances.register import EntranceViewSet
from campagne.measurement.entrances.views import ADD
from campagne.measurement.evaluation.sight import MAY_ADD as MAY_PLAN
from campagne.measurement.evaluation.sight import campaigns_of
from campagne.measurement.evaluation.urls import EVALUATION_URLS
from campagne.measurement.monthly import views as monthly_views
from campagne.measurement.offer import home_panel, report_views
from campagne.measurement.offer.filled_page import fill_in
from campagne.measurement.official import views as official_views
from campagne.measurement.official.register import IndicatorViewSet, RegionViewSet
from campagne.measurement.onepager import home_panel as sheets_panel
from campagne.measurement.onepager import views as onepager_views
from campagne.measurement.privacy import views as privacy_views
from campagne.staff.ownership import works_for_region


class FiguresMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("staff.view_figures")


class RegionalMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_for_region(request.user)


@hooks.register("register_admin_urls")
def figures_urls() -> list[URLPattern]:
    return [
        path("cijfers/", views.dashboard, name="figures"),
        path("cijfers/paginas/", views.figures_per_page, name="figures_per_page"),
        path("cijfers/lezen-en-weten/", views.reading_beside_knowing, name="figures_together"),
        path("cijfers/cijfers.csv", views.figures_csv, name="figures_csv"),
        path("aanbod/", report_views.offer_report, name="offer"),
        path("aanbod/aanbod.csv", report_views.offer_csv, name="offer_csv"),
        path("cijfers/aandacht/", attention_views.attention, name="attention"),
        path("cijfers/aandacht/<int:pk>/sluiten/", attention_views.close_card, name="attention_close"),
        path("cijfers/officieel/", official_views.official, name="official"),
        path("cijfers/officieel/uitgaven/", official_views.vintages, name="official_vintages"),
        path("cijfers/officieel/inlezen/", official_views.bring, name="official_import"),
        path("cijfers/officieel/invoeren/", official_views.by_hand, name="official_enter"),
        path("cijfers/een-a4/", onepager_views.one_pager, name="one_pager"),
        path("cijfers/een-a4.pdf", onepager_views.one_pager_pdf, name="one_pager_pdf"),
        path("cijfers/maandmail/", monthly_views.monthly_mail, name="monthly_mail"),
        *EVALUATION_URLS,
        path("cijfers/plekken/", compare_views.places, name="figures_places"),
        path("cijfers/plekken.csv", compare_views.places_csv, name="figures_places_csv"),
        path("privacyteksten/", privacy_views.privacy_texts, name="privacy_texts"),
    ]


@hooks.register("register_admin_menu_item")
def figures_menu_item() -> MenuItem:
    return FiguresMenuItem("Cijfers", reverse("figures"), name="figures", icon_name="table", order=150)


@hooks.register("register_reports_menu_item")
def offer_menu_item() -> MenuItem:
    return FiguresMenuItem(report_views.TITLE, reverse("offer"), name="offer", icon_name="table", order=790)


@hooks.register("register_reports_menu_item")
def one_pager_menu_item() -> MenuItem:
    title = onepager_views.TITLE
    return FiguresMenuItem(title, reverse("one_pager"), name="one_pager", icon_name="doc-full", order=780)


@hooks.register("register_reports_menu_item")
def privacy_menu_item() -> MenuItem:
    address = reverse("privacy_texts")
    return RegionalMenuItem(privacy_views.TITLE, address, name="privacy_texts", icon_name="doc-full", order=820)


@hooks.register("construct_homepage_panels")
def show_where_the_sheets_are(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(sheets_panel.panels_for(request.user))


@hooks.register("construct_homepage_panels")
def show_who_needs_attention(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(attention_panel.panels_for(request.user))


@hooks.register("construct_homepage_panels")
def show_what_is_not_offered(request: HttpRequest, panels: list[Component]) -> None:
    panels.extend(home_panel.panels_for(request.user))


hooks.register("before_create_page", fill_in)


@hooks.register("after_move_page", order=10)
def label_after_moving(request: HttpRequest, page: Page) -> None:
    """After the pages were given the municipality of their new place, which another hook does."""
    note_moved(page)


@hooks.register("register_admin_viewset")
def figures_in_lists_of_pages() -> PagesWithFigures:
    return PagesWithFigures()


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


@hooks.register("register_page_header_buttons")
def entrance_to_page(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from a page to a new entrance for it, with the page filled in."""
    if page.live and page.url and user.has_perm("measurement.add_entrance"):
        yield Button("Maak een poster met code", f"{reverse(ADD)}?page={page.pk}", icon_name="login", priority=66)


@hooks.register("register_page_header_buttons")
def evaluation_of_campaign(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from a campaign to a new plan for it, to be written down before it begins."""
    if user.has_perm(MAY_PLAN) and campaigns_of(user).filter(pk=page.pk).exists():
        yield Button(
            "Leg een evaluatie vast", f"{reverse('evaluation_add')}?campagne={page.pk}", icon_name="tasks", priority=67
        )


register_snippet(EntranceViewSet)
register_snippet(ContextEventViewSet)
register_snippet(RegionViewSet)
register_snippet(IndicatorViewSet)
register_snippet(PopulationViewSet)
