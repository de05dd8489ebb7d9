"""What the screen of one account shows: what is shut, what works on, what was done, and what would go back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from wagtail.admin.admin_url_finder import AdminURLFinder

from campagne.staff.freezing.account import MayNot, check, is_frozen
from campagne.staff.freezing.changes import Change, changes_since, told
from campagne.staff.freezing.errands import errands_after
from campagne.staff.freezing.going_back import Return, going_back
from campagne.staff.freezing.powers import powers_of
from campagne.staff.freezing.ways_in import ways_in

A_WEEK = timedelta(days=7)
ON_A_SCREEN = 50


@dataclass(frozen=True)
class Row:
    """A change, and where it can be looked at; an empty address if it is gone or not for this person."""

    change: Change
    url: str


def shown(account: Any, since: datetime, by: Any, number: Any, past: int) -> dict[str, Any]:
    """Everything for the template. `past` is the key of the last page that was tried: what is left of those failed."""
    returns, errands = going_back(account, since, by)
    pages = Paginator(changes_since(account, since), ON_A_SCREEN).get_page(number)
    powers = powers_of(account)
    return {
        "account": account,
        "is_frozen": is_frozen(account),
        "refusal": _refusal(account, by),
        "endable": [power for power in powers if power.end],
        "to_look_at": [power for power in powers if not power.end],
        "returns": [each for each in returns if each.page.pk > past],
        "failed": [each for each in returns if each.page.pk <= past],
        "errands": [*ways_in(account, since), *errands, *errands_after(account, since)],
        "changes": pages,
        "rows": _rows(pages, by),
    }


def to_try(account: Any, since: datetime, by: Any, past: int) -> list[Return]:
    """The pages that were not tried yet."""
    return [each for each in going_back(account, since, by)[0] if each.page.pk > past]


def _refusal(account: Any, by: Any) -> str:
    try:
        check(account, by)
    except MayNot as refusal:
        return str(refusal)
    return ""


def _rows(pages: Page, by: Any) -> list[Row]:
    finder = AdminURLFinder(by)
    changes = told(list(pages.object_list))
    return [Row(each, (each.thing and finder.get_edit_url(each.thing)) or "") for each in changes]
