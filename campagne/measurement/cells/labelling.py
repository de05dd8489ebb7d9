"""Write down what a page said about itself, and what it was, at the moment it was published.

Wagtail's signals tell of pages that are published (also on time, and by commands), withdrawn, moved and deleted; pages
themselves do not know that they are counted.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, F, Q, Value
from django.db.models.functions import Greatest
from django.utils import timezone
from wagtail.models import Page, Revision

from campagne.content.models import ContentPage, TargetGroupPage
from campagne.content.page import PageTargetGroup
from campagne.measurement.cells.attribution import Labels
from campagne.measurement.cells.cell import NO_LABEL
from campagne.measurement.cells.labelled import PageFacts, PageLabelPeriod
from campagne.measurement.reading import read_seconds, words_of
from campagne.report_guide.models import IncidentTypePage

ONE_DAY = timedelta(days=1)


def note_published(instance: Page, revision: Revision | None = None, **told: Any) -> None:
    """A page went live: its labels hold from today on, and its revision is what it is.

    Wagtail also tells of a page that was only planned; nobody can see that yet.
    """
    if not isinstance(instance, ContentPage) or not instance.live:
        return
    begin_labels(instance.pk, timezone.localdate())
    if revision is not None:
        _note_facts(instance, revision)


def note_withdrawn(instance: Page, **told: Any) -> None:
    """A page is no longer published, or gone: its labels hold up to and including today."""
    today = Value(timezone.localdate(), DateField())
    PageLabelPeriod.objects.filter(page=instance.pk, ends=None).update(ends=Greatest(F("begins"), today))


def note_moved(page: Page) -> None:
    """A page that moved may belong to another municipality, and so may all below it."""
    live = ContentPage.objects.descendant_of(page, inclusive=True).live()
    for page_id in live.values_list("pk", flat=True):
        begin_labels(page_id, timezone.localdate())


def begin_labels(page_id: int, day: date) -> None:
    """Let the labels that a page has in the database hold from `day` on, one row a day; the same ones go on holding.

    What was to begin later was written by a clock that ran ahead, and never was.
    """
    labels = _labels_now(page_id)
    told = {"theme": labels.theme, "groups": list(labels.groups), "municipality": labels.municipality}
    periods = PageLabelPeriod.objects.filter(page=page_id)
    periods.filter(begins__gt=day).delete()
    if any(all(getattr(row, name) == value for name, value in told.items()) for row in periods.filter(ends=None)):
        return
    periods.filter(Q(ends=None) | Q(ends__gte=day), begins__lt=day).update(ends=day - ONE_DAY)
    periods.update_or_create(begins=day, defaults={**told, "ends": None}, create_defaults={**told, "page_id": page_id})


def _labels_now(page_id: int) -> Labels:
    """The labels of a page, and of the page of a target group that it is for that group."""
    page = ContentPage.objects.filter(pk=page_id).values_list("theme_id", "municipality_id")
    [(theme, municipality)] = page
    groups = PageTargetGroup.objects.filter(content_object=page_id).order_by("tag").values_list("tag", flat=True)
    of_group = TargetGroupPage.objects.filter(pk=page_id).values_list("group", flat=True)
    return Labels(theme or NO_LABEL, tuple(groups or of_group), municipality or NO_LABEL)


def _note_facts(page: ContentPage, revision: Revision) -> None:
    """Count words and seconds of the page with all its steps; an alias has no revision of its own."""
    if page.live_revision_id != revision.pk:
        return
    numbers = _numbers_of_steps(page)
    PageFacts.objects.get_or_create(
        revision_id=revision.pk,
        defaults={
            "page_id": page.pk,
            "published_at": page.last_published_at,
            "words": sum(words_of(page, number) for number in (0, *numbers)),
            "steps": len(numbers),
            "read_seconds": sum(read_seconds(page, number) for number in (0, *numbers)),
        },
    )


def _numbers_of_steps(page: ContentPage) -> Collection[int]:
    """The numbers by which steps of a module, or screens of the report guide, are counted."""
    if isinstance(page, IncidentTypePage):
        return {screen.number for screen in page.screens().values()} - {0}
    return range(1, len(getattr(page, "steps", ())) + 1)
