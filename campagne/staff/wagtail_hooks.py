"""Hooks of the admin that concern who may do what, and what the menus offer them."""

from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import page_permission_policy

from campagne.staff import audit
from campagne.staff.access.resetting import may_reset
from campagne.staff.access.role_panel import SecondFactorPanel
from campagne.staff.freezing import addresses as freezing
from campagne.staff.kept_form import kept_form
from campagne.staff.models import User
from campagne.staff.owned_views import OwnedDeleteBulkAction
from campagne.staff.ownership import works_for_region
from campagne.staff.regional_reports import REPORTS
from campagne.staff.signing_out import sign_out_everywhere
from campagne.staff.user_screens import after_many, before_many

hooks.register("register_bulk_action", OwnedDeleteBulkAction, order=1000)
hooks.register("before_bulk_action", before_many)
hooks.register("after_bulk_action", after_many)


@hooks.register("register_admin_urls")
def urls_of_accounts() -> list[URLPattern | URLResolver]:
    return [
        path("medewerkers/", include(freezing)),
        path("medewerkers/bewaard-formulier/", kept_form, name="kept_form"),
        path("medewerkers/overal-afmelden/", sign_out_everywhere, name="sign_out_everywhere"),
    ]


@hooks.register("register_account_menu_item")
def offer_to_sign_out_everywhere(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("sign_out_everywhere"),
        "label": "Meld overal af",
        "help_text": "Voor als u ergens anders nog bent ingelogd.",
    }


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


@hooks.register("register_group_permission_panel")
def ask_at_a_role_for_a_second_factor() -> type[SecondFactorPanel]:
    return SecondFactorPanel


@hooks.register("register_account_menu_item")
def offer_a_second_factor(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": "Tweede stap bij het inloggen",
        "help_text": "Uw app, uw passkeys en uw herstelcodes.",
    }


@hooks.register("register_user_listing_buttons")
def offer_to_reset_a_second_factor(user: User, request_user: User) -> Iterator[Button]:
    if may_reset(request_user, user):
        address = reverse("reset_second_factor", args=[user.pk])
        yield Button("Wis de tweede stap", address, icon_name="lock", priority=40)


@hooks.register("construct_help_menu")
def hide_news_of_wagtail(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """What changed in Wagtail is news for whoever maintains the site, on another site and in English."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith("whats-new")]
