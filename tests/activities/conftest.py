"""An activity of Stein, of Beek or of the region, on days that are still to come."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from campagne.activities.models import Activity
from campagne.activities.recurrence import Every
from doelgroepen.models import Municipality

PLAIN = {
    "summary": "We kijken samen.",
    "venue": "de bibliotheek",
    "address": "Naast het station.",
    "begins": time(14),
    "ends": time(16),
}


def in_a_week() -> date:
    return timezone.localdate() + timedelta(weeks=1)


def an_activity(title: str = "Samen online", municipality: Municipality | None = None, **told) -> Activity:
    """Make one, on one day unless it repeats, then six times: `an_activity("Samen", stein, every=Every.WEEK)`."""
    every, first = Every(told.pop("every", Every.ONCE)), told.pop("first_day", in_a_week())
    until = None if every is Every.ONCE else first + timedelta(weeks=5)
    days = {"first_day": first, "every": every.value, "until": until}
    activity = Activity(title=title, municipality=municipality, **{**PLAIN, **days, **told})
    activity.full_clean()
    activity.save()
    return activity


@pytest.fixture
def next_week() -> date:
    return in_a_week()


@pytest.fixture
def make_activity(home) -> Callable[..., Activity]:
    return an_activity
