"""Where the short address of an entrance leads.

The database is asked each time. Every web process also learns all entrances every few seconds, so that a code on a
poster leads on while the database is away; in a process that was started meanwhile it does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DatabaseError
from django.db.models import QuerySet

from campagne.measurement.entrances.entrance import Entrance
from campagne.serving.database.outage import is_outage

LONGEST_CODE = 24


@dataclass(frozen=True)
class Door:
    """An entrance by its number and code, and the address of its page; None while that is not published."""

    entrance: int
    code: str
    url: str | None


_known: dict[str, Door] = {}


def door_of(code: str) -> Door | None:
    """The door with this code, however it was typed; None if there is none.

    Raises DatabaseError if the database is away and this process never learned of the code.
    """
    lowered = code.lower()
    if len(lowered) > LONGEST_CODE:
        return None
    try:
        return next(_doors(Entrance.objects.filter(code=lowered)), None)
    except DatabaseError as error:
        if is_outage(error) and (known := _known.get(lowered)):
            return known
        raise


def learn_doors() -> None:
    """Know every door, for when the database is away; what is known stays when it is away now."""
    global _known
    _known = {door.code: door for door in _doors(Entrance.objects.all())}


def _doors(entrances: QuerySet[Entrance]) -> Iterator[Door]:
    for entrance in entrances.order_by().select_related("page"):
        yield Door(entrance.pk, entrance.code, entrance.page.url if entrance.page.live else None)
