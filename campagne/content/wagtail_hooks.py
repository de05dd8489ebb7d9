"""Hooks of the admin that concern pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from campagne.content.coaching import report_views, userbar
from campagne.content.page import ContentPage
from campagne.content.publishing_many import refuse_what_is_missing
from campagne.content.sounds_view import PageSoundsView


@hooks.register("after_move_page")
def belong_to_the_new_place(request: HttpRequest, page: Page) -> None:
    """A page that moved, and all below it, belong to the municipality they now stand under."""
    for moved in ContentPage.objects.descendant_of(page, inclusive=True):
        moved.specific.settle()


@hooks.register("construct_wagtail_userbar")
def check_what_the_editor_wrote(request: HttpRequest, items: list, page: Any = None) -> None:
    """Keep header and footer out of the checks beside a page, because its editor cannot change them."""
    for item in items:
        if isinstance(item, ContentCheckerItem):
            item.axe_include = ["main"]


@hooks.register("before_bulk_action")
def ask_before_publishing_many(request: HttpRequest, action: str, pages: list, view: Any) -> HttpResponse | None:
    if action != "publish" or request.method != "POST" or not all(isinstance(page, Page) for page in pages):
        return None
    with_below = bool(view.cleaned_form and view.cleaned_form.cleaned_data.get("include_descendants"))
    return refuse_what_is_missing(request, pages, with_below=with_below)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("paginas/<int:pk>/geluid/", PageSoundsView.as_view(), name="page_sounds"),
        path("taal/", report_views.language_report, name="language_report"),
        path("taal/taal.csv", report_views.language_report_csv, name="language_report_csv"),
    ]


class LanguageMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return report_views.may_see(request.user)


@hooks.register("register_reports_menu_item")
def language_menu_item() -> MenuItem:
    return LanguageMenuItem(
        report_views.TITLE, reverse("language_report"), name="language", icon_name="openquote", order=800
    )


hooks.register("construct_wagtail_userbar", userbar.coach)


@hooks.register("insert_editor_js")
def list_language_signals() -> str:
    return format_html('<script src="{}" type="module"></script>', static("js/language_panel.js"))


@hooks.register("insert_editor_js")
def publish_after_saving() -> str:
    return format_html('<script src="{}" defer></script>', static("js/publish_after_saving.js"))
