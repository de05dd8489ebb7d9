"""Hooks of the admin that concern pages."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.models import Page

from campagne.content.page import ContentPage


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


@hooks.register("insert_editor_js")
def publish_after_saving() -> str:
    return format_html('<script src="{}" defer></script>', static("js/publish_after_saving.js"))
