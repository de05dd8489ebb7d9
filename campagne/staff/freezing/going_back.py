"""What would go back: for each page that readers see as the account wrote it, the version that they saw before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page, PageLogEntry, Revision

from campagne.staff.freezing.earlier import Publication, last_good
from campagne.staff.freezing.errands import Errand, about

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
NO_VERSION = "Er is geen versie van vóór dit account bewaard. Bekijk de pagina en herstel de tekst met de hand."
NOT_YOURS = "U mag deze pagina niet publiceren. Vraag iemand die dat wel mag."


@dataclass(frozen=True)
class Return:
    """A page, and the version it goes back to; None when it was not there before, so that it is taken offline."""

    page: Page
    to: Revision | None


def written_by(account: Any, since: datetime) -> QuerySet:
    """The pages that readers now see as the account wrote them since that moment, in the order of their keys."""
    written = {"live_revision__user": account.pk, "live_revision__created_at__gte": since}
    return Page.objects.filter(live=True, **written).order_by("pk")


def going_back(account: Any, since: datetime, by: Any) -> tuple[list[Return], list[Errand]]:
    """What goes back by itself, and what cannot. `by` is who would publish; None, on a command line, may do all."""
    pages = list(written_by(account, since))
    good = _last_good_of(pages, account, since)
    returns, errands = [], []
    for page in pages:
        if by is not None and not page.permissions_for_user(by).can_publish():
            errands.append(about(page, NOT_YOURS))
        elif page.pk not in good and page.first_published_at and page.first_published_at < since:
            errands.append(about(page, NO_VERSION))
        else:
            returns.append(Return(page, good.get(page.pk)))
    return returns, errands


def _last_good_of(pages: Iterable[Page], account: Any, since: datetime) -> dict[int, Revision]:
    """For each page that has one, by key: its last good version, without its content."""
    keys = [page.pk for page in pages]
    versions = Revision.objects.page_revisions().filter(object_id__in=[str(key) for key in keys]).defer("content")
    by_others = versions.exclude(user=account.pk, created_at__gte=since).select_related("user")
    trusted = {version.pk: version for version in by_others}
    published = defaultdict(list)
    for page, publication in _publications(keys, account, since):
        published[page].append(publication)
    found = {key: last_good(published[key], trusted) for key in keys}
    return {key: trusted[version] for key, version in found.items() if version}


def _publications(pages: list[int], account: Any, since: datetime) -> Iterator[tuple[int, Publication]]:
    lines = PageLogEntry.objects.filter(page__in=pages, action__in=PUBLISHED, revision__isnull=False)
    for page, version, user, at in lines.values_list("page_id", "revision_id", "user_id", "timestamp"):
        yield page, Publication(at, version, user == account.pk and at >= since)
