"""What cannot go back by itself, and what somebody has to do about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page, PageLogEntry

TAKEN_AWAY, WENT_BACK = "wagtail.unpublish", "wagtail.revert"
MOVED, DELETED, PUBLISHED = "wagtail.move", "wagtail.delete", "wagtail.publish"
GONE = "Verwijderd. Zet deze pagina terug uit een backup van vóór {moment}, of maak haar opnieuw."
OFFLINE = "Van de site gehaald. Bekijk de versies van de pagina en publiceer de goede opnieuw."
ELSEWHERE = "Verplaatst uit ‘{source}’. Verplaats de pagina terug."
OF_OTHERS = "Dit account publiceerde een versie die iemand anders schreef. Kijk of die al openbaar mocht zijn."
COVERED = "Daarna publiceerde iemand anders deze pagina. Kijk of er tekst van dit account is blijven staan."
DRAFT = "Er staat een concept van dit account klaar. Bekijk het voordat iemand de pagina weer publiceert."


@dataclass(frozen=True)
class Errand:
    """Something to do by hand, and where; without an address what it is about is no longer there."""

    title: str
    advice: str
    url: str = ""


def about(page: Page, advice: str) -> Errand:
    """Something to do about a page: its history shows every version."""
    return Errand(page.title, advice, reverse("wagtailadmin_pages:history", args=[page.pk]))


@dataclass(frozen=True)
class _Known:
    """What is asked of the log once for all pages: which versions somebody else chose to go back to, and which pages
    somebody else published since the moment."""

    pages: dict[int, Page]
    chosen: frozenset[int]
    published: frozenset[int]


def errands_after(account: Any, since: datetime) -> list[Errand]:
    """What somebody must look at: what was deleted, moved, taken offline or published for others, and drafts."""
    lines = PageLogEntry.objects.filter(user=account.pk, timestamp__gte=since).order_by("timestamp", "pk")
    done = list(lines.filter(action__in=[TAKEN_AWAY, MOVED, DELETED, PUBLISHED]))
    known = _known({line.page_id for line in done}, account, since)
    # Of what happened several times to a page, the first says how it was.
    found = {(line.page_id, line.action): _errand(line, known, account, since) for line in reversed(done)}
    drafts = [about(page, DRAFT) for page in _drafts(account, since)]
    return [errand for errand in found.values() if errand] + drafts


def _known(keys: set[int], account: Any, since: datetime) -> _Known:
    of_others = PageLogEntry.objects.filter(page__in=keys, timestamp__gte=since).exclude(user=account.pk)
    return _Known(
        Page.objects.select_related("live_revision").defer("live_revision__content").in_bulk(keys),
        frozenset(of_others.filter(action=WENT_BACK).values_list("revision_id", flat=True)),
        frozenset(of_others.filter(action__startswith=PUBLISHED).values_list("page_id", flat=True)),
    )


def _errand(line: PageLogEntry, known: _Known, account: Any, since: datetime) -> Errand | None:
    """What is left to do about one line of the log; None if nothing is, or if the page goes back by itself."""
    page = known.pages.get(line.page_id)
    if page is None:
        moment = date_format(timezone.localtime(line.timestamp), "j F Y, H:i")
        return Errand(line.label, GONE.format(moment=moment)) if line.action == DELETED else None
    if line.action == MOVED:
        source = line.data.get("source", {})
        is_back = page.get_parent().pk == source.get("id")
        return None if is_back else about(page, ELSEWHERE.format(source=source.get("title", "?")))
    if line.action == TAKEN_AWAY:
        return None if page.live else about(page, OFFLINE)
    return _published(page, known, account, since) if page.live else None


def _published(page: Page, known: _Known, account: Any, since: datetime) -> Errand | None:
    """A page that the account published, of which readers now see a version of somebody else."""
    live = page.live_revision
    if live is None or live.pk in known.chosen or (live.user_id == account.pk and live.created_at >= since):
        return None
    return about(page, COVERED if page.pk in known.published else OF_OTHERS)


def _drafts(account: Any, since: datetime) -> Iterator[Page]:
    """Pages whose newest version is the account's, while readers see another, or nothing."""
    mine = {"latest_revision__user": account.pk, "latest_revision__created_at__gte": since}
    for page in Page.objects.filter(has_unpublished_changes=True, **mine):
        if page.live_revision_id != page.latest_revision_id:
            yield page
