"""What an account did since a moment: who, what and when, from the log of the site and from versions of pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry, Revision


@dataclass(frozen=True)
class Change:
    """One thing that was done. `thing` is None if it is gone; then `title` is all that is left of it here."""

    at: datetime
    what: str
    kind: str
    title: str
    thing: Model | None


def changes_since(account: Any, since: datetime) -> list[tuple[datetime, type[Model], int]]:
    """Every line of the log and every version that no line names, newest first: when, in which table, and its key."""
    keys = [
        (at, model, key)
        for model in registry.get_log_entry_models()
        for at, key in _of_account(model.objects.all(), account, "timestamp", since)
    ]
    named = PageLogEntry.objects.filter(user=account.pk, revision__isnull=False).values("revision")
    unnamed = Revision.objects.exclude(pk__in=named)
    keys += [(at, Revision, key) for at, key in _of_account(unnamed, account, "created_at", since)]
    return sorted(keys, key=lambda found: (found[0], found[2]), reverse=True)


def told(keys: list[tuple[datetime, type[Model], int]]) -> list[Change]:
    """Read these lines, a screen at a time."""
    read: dict[tuple[type[Model], int], Change] = {}
    for model in {model for _, model, _ in keys}:
        wanted = [key for _, found, key in keys if found is model]
        read |= {(model, key): change for key, change in _read(model, wanted)}
    return [read[model, key] for _, model, key in keys]


def _of_account(rows: QuerySet, account: Any, moment: str, since: datetime) -> QuerySet:
    return rows.filter(user=account.pk, **{f"{moment}__gte": since}).order_by().values_list(moment, "pk")


def _read(model: type[Model], keys: list[int]) -> Iterator[tuple[int, Change]]:
    if model is Revision:
        for each in Revision.objects.filter(pk__in=keys).defer("content").select_related("content_type"):
            kind = each.content_type.name
            yield each.pk, Change(each.created_at, "Versie bewaard", kind, each.object_str, each.content_object)
        return
    for line, thing in model.objects.filter(pk__in=keys).select_related("content_type").with_instances():
        kind = line.content_type.name if line.content_type else "?"
        yield line.pk, Change(line.timestamp, str(line.message), kind, line.label, thing)
