"""What editors planned: pages and snippets that appear or disappear at a moment of their choice.

Wagtail's own command does the same, but stops at the first page that cannot be published, and asks more.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache, partial
from itertools import chain

from django.apps import apps
from django.db.models import Model
from django.utils.module_loading import import_string
from wagtail.models import DraftStateMixin, Page, Revision

HOLDERS = ("campagne.incidents.holding.hold",)
"""Who may hold back what is due: functions of those revisions and `at` that give the keys of what must wait.

Dotted paths, because they live in layers that this one may not import.
"""


def keep_plans(at: datetime) -> None:
    """Publish and unpublish everything whose moment has come. One query when there is nothing.

    One that cannot be published does not stop the others; the last error is raised when all were tried.
    """
    if not something_is_due(at):
        return
    failed: Exception | None = None
    for act in chain(_expired(at), _approved(at)):
        try:
            act()
        except Exception as error:
            failed = error
    if failed:
        raise failed


def something_is_due(at: datetime) -> bool:
    waiting = Revision.objects.filter(approved_go_live_at__lt=at).order_by().values_list("pk")
    others = [_past_expiry(model, at).order_by().values_list("pk") for model in _kinds()]
    return waiting.union(*others, all=True).exists()


@cache
def _kinds() -> tuple[type[Model], ...]:
    """Everything that can be published: pages as one kind, and each kind of snippet with drafts."""
    snippets = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return (Page, *(model for model in snippets if not issubclass(model, Page)))


def _past_expiry(model: type[Model], at: datetime):
    return model._default_manager.filter(live=True, expire_at__lt=at)


def _expired(at: datetime) -> Iterator[Callable[[], None]]:
    for model in _kinds():
        for thing in _past_expiry(model, at).order_by("expire_at"):
            yield partial(thing.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled")


def _approved(at: datetime) -> Iterator[Callable[[], None]]:
    due = list(Revision.objects.filter(approved_go_live_at__lt=at).order_by("approved_go_live_at"))
    held = _held(due, at)
    for revision in due:
        if revision.pk not in held:
            yield partial(revision.publish, log_action="wagtail.publish.scheduled")


def _held(due: list[Revision], at: datetime) -> set[int]:
    return {pk for path in HOLDERS for pk in import_string(path)(due, at)} if due else set()
