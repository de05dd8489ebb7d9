"""In the admin: other words for the search, and what was looked for and not found."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import ObjectList
from wagtail.snippets.models import register_snippet

from campagne.staff.owned_views import OwnedForm, OwnedViewSet
from home.search.models import SynonymSet
from home.search.report import TITLE, VIEW_SYNONYMS, missed_words


class SynonymSetViewSet(OwnedViewSet):
    model = SynonymSet
    icon = "search"
    menu_label = "Andere woorden"
    menu_order = 340
    add_to_admin_menu = True
    list_display = ["__str__", "municipality"]
    list_filter = ["municipality"]
    edit_handler = ObjectList(SynonymSet.panels, base_form_class=OwnedForm)


register_snippet(SynonymSetViewSet)


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(VIEW_SYNONYMS)


@hooks.register("register_admin_urls")
def address_of_report() -> list[URLPattern]:
    return [path("gezocht/", missed_words, name="missed_words")]


@hooks.register("register_reports_menu_item")
def way_to_report() -> MenuItem:
    return ReportMenuItem(TITLE, reverse("missed_words"), name="missed_words", icon_name="search", order=810)
