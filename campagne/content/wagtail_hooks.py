"""Hooks of the admin that concern pages."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from campagne.content.page import ContentPage


@hooks.register("after_move_page")
def belong_to_the_new_place(request: HttpRequest, page: Page) -> None:
    """A page that moved, and all below it, belong to the municipality they now stand under."""
    for moved in ContentPage.objects.descendant_of(page, inclusive=True):
        moved.specific.settle()
