"""Putting pages back, each by itself, so that one that cannot go back keeps no other."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction

from campagne.staff.freezing.going_back import Return

FAILED = "‘{title}’ ging niet terug: {why} Open de pagina en herstel haar met de hand."


def put_back(returns: Iterable[Return], by: Any) -> Iterator[str]:
    """Put them back one after another; give for each what is wrong, or nothing when it went well.

    The versions of the account stay. Whoever stops halfway goes on later: what went back is no longer told to go back.
    """
    for each in returns:
        try:
            with transaction.atomic():
                _put_back(each, by)
        except ValidationError as error:
            yield FAILED.format(title=each.page.title, why=" ".join(error.messages))
        else:
            yield ""


def _put_back(each: Return, by: Any) -> None:
    page = each.page.specific
    if each.to is None:
        UnpublishPageAction(page, user=by).execute(skip_permission_checks=True)
        return
    earlier = each.to.as_object()
    # A moment that was planned long ago must not make this wait, and leave standing what has to go.
    earlier.go_live_at = None
    version = earlier.save_revision(user=by, previous_revision=each.to, log_action="wagtail.revert")
    # Who may publish this page was asked when the list was made; a lock of the account keeps nothing as it is.
    version.publish(user=by, previous_revision=each.to, skip_permission_checks=True)
