"""The events of the demo, on days up to now. One that is there already stays as it is."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.demo.event_entries import EventEntry
from campagne.measurement.models import ContextEvent
from doelgroepen.models import Municipality, TargetGroup, Theme


@transaction.atomic
def put_events(entries: Sequence[EventEntry], at: datetime) -> int:
    """Put each that is not there, by its title; return how many are new."""
    there = set(ContextEvent.objects.values_list("title", flat=True))
    new = [entry for entry in entries if entry.title not in there]
    for entry in new:
        _put(entry, timezone.localdate(at))
    return len(new)


def _put(entry: EventEntry, today: date) -> None:
    event = ContextEvent(
        title=entry.title,
        kind=entry.kind,
        expected=entry.expected,
        begins=today - timedelta(days=entry.began_days_ago),
        ends=today - timedelta(days=entry.ended_days_ago),
        municipality=Municipality.objects.filter(slug=entry.municipality).first(),
    )
    event.full_clean()
    event.save()
    event.themes.set(Theme.objects.filter(slug__in=entry.themes))
    event.groups.set(TargetGroup.objects.filter(slug__in=entry.groups))
