"""Days on which much of the site changed at once, read from Wagtail's log of pages; each becomes an event, once."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from campagne.measurement.context.event import ContextEvent, EventKind
from campagne.measurement.context.known_version import KnownVersion

CODE = "inhoud"
"""The mark of how far was looked: its version is the number of the last day."""
ACTIONS = ("wagtail.publish", "wagtail.unpublish", "wagtail.delete", "wagtail.move")
LEAST_PAGES, LEAST_SHARE = 20, 0.1
ONE_DAY = timedelta(days=1)


def note_days(at: datetime) -> None:
    """Look at the days that ended since the last look; may run twice, and in two processes at once.

    The first time nothing is looked at: the day on which a site was filled compares with nothing.
    """
    yesterday = timezone.localdate(at) - ONE_DAY
    upto = {"version": yesterday.toordinal(), "since": yesterday}
    mark, _ = KnownVersion.objects.get_or_create(code=CODE, defaults=upto)
    if mark.version >= upto["version"]:
        return
    with transaction.atomic():
        # Only who moves the mark writes the events.
        if KnownVersion.objects.filter(code=CODE, version=mark.version).update(**upto):
            _write(date.fromordinal(mark.version) + ONE_DAY, yesterday)


def _write(first: date, last: date) -> None:
    enough = max(LEAST_PAGES, LEAST_SHARE * Page.objects.live().count())
    for day, changed in _changed_pages(first, last).items():
        if changed >= enough:
            told = {"title": f"Veel van de site is veranderd: {changed} pagina's", "kind": EventKind.CONTENT}
            days = {"begins": day, "ends": day}
            ContextEvent.objects.get_or_create(automatic=f"{CODE}:{day}", defaults={**told, **days})


def _changed_pages(first: date, last: date) -> dict[date, int]:
    """How many pages were published, moved or withdrawn on each Amsterdam day on which any was."""
    entries = PageLogEntry.objects.filter(action__in=ACTIONS).annotate(day=TruncDate("timestamp"))
    within = entries.filter(day__range=(first, last)).order_by("day")
    return dict(within.values_list("day").annotate(Count("page_id", distinct=True)))
