"""Two libraries, each with its people, and a session of each."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from campagne.content.models import ModulePage
from campagne.guided.leading.cards import PresenterCard, make_card
from campagne.guided.models import GuidedSession, Library, Location
from campagne.guided.planning.founding import found_library
from campagne.guided.planning.plan import Plan, plan_sessions
from doelgroepen.models import Municipality
from tests.conftest import make_user

SECRET = "Geheim van Beek"
GROUP = "Besloten groep"


@dataclass
class House:
    """A library and what belongs to it."""

    library: Library
    location: Location
    session: GuidedSession
    card: PresenterCard
    coordinator: Any
    guide: Any


def house(name: str, slug: str, module: ModulePage) -> House:
    library = found_library(name)
    location = Location.objects.create(
        library=library, name=name, municipality=Municipality.objects.get(slug=slug), address=name
    )
    plan = Plan(
        location, module, [timezone.now() + timedelta(minutes=1)], group_name=GROUP, remarks=f"{GROUP} in {name}"
    )
    [session] = plan_sessions(plan, None)
    return House(
        library,
        location,
        session,
        make_card(session, timezone.now())[0],
        make_user(f"coordinator-{slug}", library.coordinators),
        make_user(f"begeleider-{slug}", library.guides),
    )


@pytest.fixture
def ours(module) -> House:
    return house("Bibliotheek Stein", "stein", module)


@pytest.fixture
def theirs(module) -> House:
    return house(SECRET, "beek", module)


@pytest.fixture
def coordinator(ours, client):
    """The coordinator of Stein, logged in with `client`."""
    client.force_login(ours.coordinator)
    return ours.coordinator


@pytest.fixture
def filled(ours, module):
    """What somebody fills in to plan a lesson; `filled(rows=[("2030-01-08", "10:00")], **more)`."""

    def fill(rows: list[tuple[str, str]] = (("2030-01-08", "10:00"),), meetings: list[Any] = (), **more) -> dict:
        data = {
            "module": module.pk,
            "location": ours.location.pk,
            "form": "walk_in",
            "groups": 1,
            "expected": 8,
            "places": 30,
            "devices": 6,
            "remarks": "",
            "meetings-TOTAL_FORMS": max(10, len(rows)),
            "meetings-INITIAL_FORMS": len(meetings),
        }
        for number, (day, time) in enumerate(rows):
            data |= {f"meetings-{number}-day": day, f"meetings-{number}-time": time}
        data |= {f"meetings-{number}-meeting": meeting.pk for number, meeting in enumerate(meetings)}
        return {**data, **more}

    return fill
