"""Which text of each page is looked at: what is published, or the draft of who works on it. Without the texts."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from campagne.content.coaching.owners import Owners
from campagne.content.page import ContentPageQuerySet


class Standing(NamedTuple):
    """A text of a page: it changes with a revision at a moment. Without a moment nobody knows when it did."""

    pk: int
    is_draft: bool
    owner_id: int | None
    revision_id: int | None
    at: datetime | None


def standing(pages: ContentPageQuerySet, editable: Collection[int]) -> list[Standing]:
    """Every page that is published, and after those the drafts among what may be edited."""
    live = pages.live().public().values_list("pk", "municipality_id", "live_revision_id", "last_published_at")
    found = [Standing(pk, False, owner, revision, at) for pk, owner, revision, at in live]
    drafts = pages.filter(live=False, pk__in=editable)
    saved = list(drafts.values_list("pk", "path", "latest_revision_id", "latest_revision_created_at"))
    owners = Owners() if saved else None
    for pk, path, revision, at in saved:
        owner = owners.at(path) if owners else None
        found.append(Standing(pk, True, owner.pk if owner else None, revision, at))
    return found
