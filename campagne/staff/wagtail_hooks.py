"""Hooks of the admin that concern who may do what, and what the menus offer them."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from campagne.staff.owned_views import OwnedDeleteBulkAction
from campagne.staff.ownership import works_for_region

hooks.register("register_bulk_action", OwnedDeleteBulkAction, order=1000)


@hooks.register("construct_reports_menu")
def hide_site_history(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Offer no report that would be refused."""
    if not works_for_region(request.user):
        menu_items[:] = [item for item in menu_items if item.name != "site-history"]


@hooks.register("construct_help_menu")
def hide_news_of_wagtail(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What changed in Wagtail is news for whoever maintains the site, on another site and in English."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new")]
