"""Say of an activity, or of one day of it, that it is full, does not go on, or goes on after all."""

from datetime import date

from django.db import transaction

from campagne.activities.models import Activity
from campagne.activities.occasions import State


@transaction.atomic
def mark(activity: Activity, state: State, day: date | None) -> Activity:
    """Mark all of it (None) or one day; calendars hear of it by a higher number. Returns it as it is now.

    Raises ValueError for a day on which it is not.
    """
    marked = Activity.objects.select_for_update().get(pk=activity.pk)
    if day is None:
        marked.state = state.value
    elif day not in set(marked.recurrence.days()):
        raise ValueError(f"{day} is no day of {marked.slug}; expected one of its series; ask its recurrence")
    elif marked.state == state:
        marked.single_days.filter(day=day).delete()
    else:
        marked.single_days.model.objects.update_or_create(activity=marked, day=day, defaults={"state": state.value})
    marked.save()
    return marked
