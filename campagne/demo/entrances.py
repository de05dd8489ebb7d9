"""The entrances of the demo, on days up to now. One that is there already stays as it is."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from campagne.content.models import ModulePage
from campagne.demo.entrance_entries import EntranceEntry
from campagne.measurement.models import Entrance
from doelgroepen.models import Municipality, TargetGroup


@transaction.atomic
def put_entrances(entries: Sequence[EntranceEntry], at: datetime) -> int:
    """Put each that is not there, by its code; return how many are new."""
    there = set(Entrance.objects.values_list("code", flat=True))
    new = [entry for entry in entries if entry.code not in there]
    for entry in new:
        _put(entry, timezone.localdate(at))
    return len(new)


def _put(entry: EntranceEntry, today: date) -> None:
    taken_away = today - timedelta(days=entry.taken_away_days_ago) if entry.taken_away_days_ago else None
    entrance = Entrance(
        code=entry.code,
        place=entry.place,
        means=entry.means,
        page=ModulePage.objects.get(slug=entry.module),
        placed_from=today - timedelta(days=entry.placed_days_ago),
        placed_until=taken_away,
        print_run=entry.print_run,
        group=TargetGroup.objects.filter(slug__in=entry.groups).first(),
        municipality=Municipality.objects.filter(slug=entry.municipality).first(),
    )
    entrance.full_clean()
    entrance.save()
