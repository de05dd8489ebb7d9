"""Who works in the demo: editors of municipalities and the region, a reader, a library's people, an administrator."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import Group
from django.db import transaction

from campagne.guided.models import Library
from campagne.staff import roles
from doelgroepen.models import Municipality

REGIONAL_EDITOR = "redacteur-regio"
# Two, because one puts an incident ready and another confirms it.
INCIDENT_EDITORS = (("incidentredacteur", "Incident: eerste"), ("incidentredacteur-2", "Incident: tweede"))
COORDINATOR, GUIDE = "coordinator-bibliotheek", "begeleider"


@dataclass(frozen=True)
class Newcomer:
    """Somebody who was just made; the password is known only now."""

    username: str
    password: str


def put_people(library: Library) -> Iterator[Newcomer]:
    """Make everybody who is not there yet, one at a time, so that each password can be told at once."""
    for municipality in Municipality.objects.select_related("editors"):
        yield from _put(f"redacteur-{municipality.slug}", f"Redactie {municipality.name}", municipality.editors)
    yield from _put(REGIONAL_EDITOR, "Redactie regio", roles.group_for(roles.REGIONAL_EDITOR))
    yield from _put("bestuurder", "Bestuur", roles.group_for(roles.READER))
    for username, name in INCIDENT_EDITORS:
        yield from _put(username, name, roles.group_for(roles.INCIDENT_EDITOR))
    yield from _put(COORDINATOR, "Coördinator bibliotheek", library.coordinators)
    yield from _put(GUIDE, "Begeleider", library.guides)
    yield from _put("beheerder", "Beheer", is_superuser=True)


def regional_editor() -> AbstractBaseUser | None:
    """Who wrote what the demo begins with."""
    return get_user_model().objects.filter(username=REGIONAL_EDITOR).first()


def _put(username: str, name: str, *groups: Group, is_superuser: bool = False) -> Iterator[Newcomer]:
    User = get_user_model()
    if User.objects.filter(username=username).exists():
        return
    password = secrets.token_hex(8)
    with transaction.atomic():
        address = f"{username}@mijnstreekweerbaar.example"
        user = User.objects.create_user(username, address, password, first_name=name, is_superuser=is_superuser)
        user.groups.add(*groups)
    yield Newcomer(username, password)
