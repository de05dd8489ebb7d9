"""Two incident editors with a browser each, and forms as they would fill them in."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from campagne.incidents.models import Incident
from tests.conftest import make_user
from tests.incidents.conftest import Officers


@pytest.fixture
def officers(instruction) -> Officers:
    editors = Group.objects.get(name="Incidentredacteur")
    return Officers(make_user("officier-1", editors), make_user("officier-2", editors), instruction)


@pytest.fixture
def first(officers) -> Client:
    return client_of(officers.first)


@pytest.fixture
def second(officers) -> Client:
    return client_of(officers.second)


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def filled_in(officers, **changed) -> dict:
    """The form to raise, as a real incident for two hours."""
    return {
        "page": officers.page.pk,
        "sort": "echt",
        "area": "Geleen-Zuid",
        "end": "2u",
        "key": str(uuid4()),
        "step": "ready",
        **changed,
    }


def confirmed_by(client: Client, incident: Incident, **posted):
    """Read the screen of an incident that waits, and press its button."""
    mark = client.get(f"/beheer/incidenten/{incident.pk}/").context["mark"]
    return client.post(f"/beheer/incidenten/{incident.pk}/bevestigen/", {"mark": mark, **posted})
