"""Telling everybody at once: the pages about now are made before whoever changed them goes on."""

from uuid import UUID

from django.db import Error
from django.db.models import Max

from campagne.incidents.course import State
from campagne.incidents.incident import Incident
from campagne.serving.store import running

PATHS = ("/nu/", "/nu/en/", "/nu/de/", "/nu/atom.xml", "/nu/cap.xml", "/nu/nu.json", "/nu/kaart/")
"""What is made at once, and stands on disk with the database stopped."""
MESSAGES = "/nu/cap/"


def tell_everybody() -> None:
    """Make what is said about now, in another thread and before going on. Called after the change is committed."""
    running.make_paths_now([*PATHS, *of_messages()])


def of_messages() -> list[str]:
    """Where the newest message of each incident stands in CAP; feeds lead to it, so it must be there too.

    None if the database went away meanwhile: the change is committed, so nobody may be told that it failed.
    """
    live = Incident.objects.filter(state=State.LIVE.value).order_by()
    newest = live.annotate(newest=Max("messages__number")).values_list("pk", "newest")
    try:
        return [of_message(incident, number) for incident, number in newest]
    except Error:
        return []


def of_message(incident: UUID, number: int) -> str:
    """Made of what its identifier is made of, so that it is as lasting."""
    return f"{MESSAGES}{incident.hex}-{number}.xml"
