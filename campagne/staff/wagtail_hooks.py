"""Hooks of the admin that concern who may do what, and what the menus offer them."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import page_permission_policy

from campagne.staff import audit
from campagne.staff.owned_views import OwnedDeleteBulkAction
from campagne.staff.ownership import works_for_region
from campagne.staff.regional_reports import REPORTS

hooks.register("register_bulk_action", OwnedDeleteBulkAction, order=1000)


@hooks.register("construct_reports_menu")
def hide_regional_reports(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Offer no report that would be refused."""
    if not works_for_region(request.user):
        menu_items[:] = [item for item in menu_items if item.name not in REPORTS]


@hooks.register("before_move_page")
def refuse_early(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail asks who may move a page after it has named the page; here it is asked before."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied


@hooks.register("construct_page_chooser_queryset")
def choose_no_drafts_of_others(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Offer what everybody can read, and what one works on oneself."""
    own = page_permission_policy.explorable_instances(request.user)
    return pages.filter(Q(live=True) | Q(id__in=list(own.values_list("id", flat=True))))


@hooks.register("register_log_actions")
def log_what_happens_to_accounts(actions: LogActionRegistry) -> None:
    audit.register(actions)


@hooks.register("construct_help_menu")
def hide_news_of_wagtail(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What changed in Wagtail is news for whoever maintains the site, on another site and in English."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new")]
