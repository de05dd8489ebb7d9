"""The history of one page, register or account: Wagtail's, with the names of who left, as in the site history."""

from typing import Any

from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.snippets.views.snippets import HistoryView as SnippetHistoryView
from wagtail.users.views.users import HistoryView as AccountHistoryView

from campagne.staff.left import name_who_left


class _NamingWhoLeft:
    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        name_who_left(context["object_list"])
        return context


class HistoryOfPage(_NamingWhoLeft, PageHistoryView):
    pass


class HistoryOfRegister(_NamingWhoLeft, SnippetHistoryView):
    pass


class HistoryOfAccount(_NamingWhoLeft, AccountHistoryView):
    pass
