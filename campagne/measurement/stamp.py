"""The stamp of a page: proof that we gave out this revision, and that it still counts.

The same page, revision and step always have the same stamp, so that a page can be stored and given
to anyone. It says nothing about a visitor, and it does not hinder somebody who copies it: what they
send can never count more reads than views.
"""

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b, sha256
from hmac import compare_digest

from django.conf import settings
from django.db import connection
from wagtail.models import Page, PageLogEntry

# A stored copy of a page, or a tab left open, keeps counting this long after the revision stopped being live.
GRACE = timedelta(hours=26)
LOOK_AGAIN_AFTER = timedelta(seconds=30)
REMEMBERED_PAGES = 4096
WENT_LIVE = ("wagtail.publish", "wagtail.publish.scheduled")

_remembered: dict[tuple[int, int], tuple[bool, datetime]] = {}


def stamp_for(page_id: int, revision_id: int, step: int) -> str:
    """Sixteen characters that nobody can make without our secret."""
    told = f"{page_id}|{revision_id}|{step}".encode()
    return urlsafe_b64encode(blake2b(told, key=_key(settings.SECRET_KEY), digest_size=12).digest()).decode()


@lru_cache(maxsize=2)
def _key(secret: str) -> bytes:
    return sha256(b"campagne.measurement.stamp|" + secret.encode()).digest()


def is_ours(stamp: str, page_id: int, revision_id: int, step: int) -> bool:
    return compare_digest(stamp.encode(), stamp_for(page_id, revision_id, step).encode())


def still_counts(page_id: int, revision_id: int, at: datetime) -> bool:
    """Tell whether this revision is live, or stopped less than 26 hours ago on a page that is still published.

    What was found is remembered for half a minute, so publishing is noticed that much later. Inside a
    transaction nothing is remembered, because it may be rolled back.
    """
    if connection.in_atomic_block:
        return _look_up(page_id, revision_id, at)
    key = (page_id, revision_id)
    known, until = _remembered.get(key, (False, at))
    if at < until:
        return known
    counts = _look_up(page_id, revision_id, at)
    if len(_remembered) >= REMEMBERED_PAGES:
        _remembered.clear()
    _remembered[key] = (counts, at + LOOK_AGAIN_AFTER)
    return counts


def _look_up(page_id: int, revision_id: int, at: datetime) -> bool:
    page = Page.objects.filter(pk=page_id, live=True).values_list("live_revision_id", flat=True)
    live_revisions = [live_revision or 0 for live_revision in page]
    if not live_revisions:
        return False
    if live_revisions == [revision_id]:
        return True
    published = PageLogEntry.objects.filter(page=page_id, action__in=WENT_LIVE).order_by("timestamp", "pk")
    stopped_at = when_replaced(revision_id, list(published.values_list("revision_id", "timestamp")))
    return stopped_at is not None and at < stopped_at + GRACE


def when_replaced(revision_id: int, published: Sequence[tuple[int | None, datetime]]) -> datetime | None:
    """When another revision took its place; None if it was never published or was not replaced.

    `published` holds revisions with the moment they went live, oldest first; revision 0 is what stood
    there before any revision.
    """
    moments = [number for number, (revision, _) in enumerate(published) if revision == revision_id]
    replaced_by = moments[-1] + 1 if moments else (0 if revision_id == 0 else len(published))
    return published[replaced_by][1] if replaced_by < len(published) else None
