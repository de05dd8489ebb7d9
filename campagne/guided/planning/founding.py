"""Founding a library: its two groups, with no more rights than its people need."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from campagne.guided.sessions.library import Library
from campagne.staff import roles


@transaction.atomic
def found_library(name: str) -> Library:
    """Make a library with the groups of its coordinators and guides; one that is there stays, and may run twice."""
    library = Library.objects.filter(name=name).first()
    if library is None:
        coordinators, guides = (Group.objects.create(name=_free_name(f"{kind} {name}")) for kind in KINDS)
        library = Library.objects.create(name=name, coordinators=coordinators, guides=guides)
    roles.group_for(roles.COORDINATOR, library.coordinators.name)
    roles.group_for(roles.GUIDE, library.guides.name)
    return library


KINDS = ("Coördinatoren", "Begeleiders")


def _free_name(name: str) -> str:
    """A group that happens to be called so is somebody else's: its members must not come along."""
    taken, number, free = set(Group.objects.values_list("name", flat=True)), 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


@transaction.atomic
def rename_library(library: Library, name: str) -> None:
    """Call it, and its groups, by another name."""
    library.name = name
    library.save(update_fields=["name"])
    for group, kind in zip((library.coordinators, library.guides), KINDS, strict=True):
        if group.name != f"{kind} {name}":
            group.name = _free_name(f"{kind} {name}")
            group.save(update_fields=["name"])


@transaction.atomic
def put_members(library: Library, coordinators: Iterable[Any], guides: Iterable[Any]) -> None:
    """Say who plans and who leads; others lose that."""
    library.coordinators.user_set.set(coordinators)
    library.guides.user_set.set(guides)
