"""The library of the demo: its places, and the lessons that are planned there. Nobody has been to one yet."""

from datetime import datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from campagne.content.models import ModulePage
from campagne.demo.catalogue import LibraryEntry, PlannedEntry
from campagne.demo.people import COORDINATOR, GUIDE
from campagne.guided.planning.founding import found_library
from campagne.guided.planning.plan import Plan, plan_sessions
from campagne.guided.sessions.library import Library, Location
from campagne.guided.sessions.session import GuidedSession
from doelgroepen.models import Municipality, TargetGroup


@transaction.atomic
def put_library(entry: LibraryEntry) -> int:
    """Found the library and its places; return how many of these are new."""
    is_new = not Library.objects.filter(name=entry.name).exists()
    library = found_library(entry.name)
    municipalities = {municipality.slug: municipality for municipality in Municipality.objects.all()}
    made = [
        Location.objects.get_or_create(
            library=library, name=place.name, defaults={"municipality": municipalities[place.municipality]}
        )[1]
        for place in entry.locations
    ]
    return is_new + sum(made)


def put_sessions(entry: LibraryEntry, at: datetime) -> int:
    """Plan each session that is not there; return how many are new."""
    places = {place.slug: place.name for place in entry.locations}
    return sum(_put(planned, Location.objects.get(name=places[planned.location]), at) for planned in entry.sessions)


def _put(entry: PlannedEntry, location: Location, at: datetime) -> bool:
    module = ModulePage.objects.get(slug=entry.module)
    same = GuidedSession.objects.filter(location=location, module=module, group_name=entry.group_name, form=entry.form)
    if same.exists():
        return False
    coordinator, guide = (get_user_model().objects.filter(username=name).first() for name in (COORDINATOR, GUIDE))
    plan = Plan(
        location=location,
        module=module,
        moments=[_moment(at, days, time(entry.hour, entry.minute)) for days in entry.days],
        form=entry.form,
        group_name=entry.group_name,
        numbers={"expected": entry.expected, "devices": entry.devices},
        remarks=entry.remarks,
        target_groups=TargetGroup.objects.filter(slug__in=entry.groups),
        presenters=[guide] if guide else [],
    )
    plan_sessions(plan, coordinator)
    return True


def _moment(at: datetime, days: int, clock: time) -> datetime:
    """The moment when the clock here says so, so many days from now; also when the clocks change in between."""
    return timezone.make_aware(datetime.combine(timezone.localdate(at) + timedelta(days=days), clock))
