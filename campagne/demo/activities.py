"""The activities of the demo, on days from now on. One that is there already stays as it is."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from campagne.activities.models import Activity
from campagne.activities.recurrence import LONGEST, Every, Recurrence
from campagne.content.models import ModulePage
from campagne.demo.activity_entries import ActivityEntry
from doelgroepen.models import Municipality, TargetGroup, Theme

PLAIN = ("title", "summary", "venue", "address", "accessibility", "costs", "sign_up", "sign_up_url", "state", "every")


@transaction.atomic
def put_activities(entries: Sequence[ActivityEntry], at: datetime) -> int:
    """Put each that is not there, by its title; return how many are new."""
    there = set(Activity.objects.values_list("title", flat=True))
    new = [entry for entry in entries if entry.title not in there]
    for entry in new:
        _put(entry, timezone.localdate(at))
    return len(new)


def _put(entry: ActivityEntry, today: date) -> None:
    monday = today - timedelta(days=today.weekday())
    first = monday + timedelta(weeks=entry.week, days=entry.weekday)
    days = list(islice(Recurrence(first, Every(entry.every), first + LONGEST).days(), entry.times))
    activity = Activity(
        **{name: getattr(entry, name) for name in PLAIN},
        **_what_it_refers_to(entry),
        description=entry.description.strip(),
        first_day=first,
        begins=time.fromisoformat(entry.begins),
        ends=time.fromisoformat(entry.ends),
        until=days[-1] if entry.times > 1 else None,
    )
    activity.target_groups = list(TargetGroup.objects.filter(slug__in=entry.groups))
    activity.single_days = [
        activity.single_days.model(day=days[told.time - 1], state=told.state) for told in entry.otherwise
    ]
    activity.full_clean()
    activity.save()


def _what_it_refers_to(entry: ActivityEntry) -> dict[str, Any]:
    return {
        "theme": Theme.objects.get(slug=entry.theme),
        "municipality": Municipality.objects.filter(slug=entry.municipality).first(),
        "page": ModulePage.objects.filter(slug=entry.module).first(),
    }
