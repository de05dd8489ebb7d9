"""The versions of what decides our figures; when one rises, an event says so, once, without anybody thinking of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from campagne.measurement.bots import FILTER_VERSION
from campagne.measurement.context.event import ContextEvent, EventKind
from campagne.measurement.context.known_version import KnownVersion
from campagne.measurement.measures import MEASURES

TRACKER_VERSION = 1
"""Rises when static/js/tracker.js sees something else as shown, entered or read."""


@dataclass(frozen=True)
class Watched:
    """Something of ours that decides figures; `title` says what readers of figures must know when it changes."""

    code: str
    version: int
    kind: EventKind
    title: str


def watched() -> Iterator[Watched]:
    """Everything whose change makes figures before and after it hard to compare."""
    yield Watched("filter", FILTER_VERSION, EventKind.MEASURING, "We herkennen robots anders")
    yield Watched("tracker", TRACKER_VERSION, EventKind.MEASURING, "We tellen weergaven anders")
    for measure in MEASURES:
        yield Watched(f"maat:{measure.code}", measure.version, EventKind.DEFINITION, f"Anders bepaald: {measure.name}")


def note_changes(at: datetime) -> None:
    """Write an event for each version that rose since it was last seen; may run twice, and in two processes at once.

    What was never seen before is only remembered: a new installation, or a new measure, breaks no comparison. An older
    version is left alone: while machines are renewed one by one, the old code runs on for a moment.
    """
    day, known = timezone.localdate(at), dict(KnownVersion.objects.values_list("code", "version"))
    for thing in watched():
        if thing.code not in known:
            KnownVersion.objects.get_or_create(code=thing.code, defaults={"version": thing.version, "since": day})
        elif thing.version > known[thing.code]:
            _note(thing, day)


@transaction.atomic
def _note(thing: Watched, day: date) -> None:
    """Only who raises the version writes the event, and both come about or neither."""
    older = KnownVersion.objects.filter(code=thing.code, version__lt=thing.version)
    if older.update(version=thing.version, since=day):
        told = {"title": thing.title, "kind": thing.kind, "begins": day, "ends": day}
        ContextEvent.objects.get_or_create(automatic=f"{thing.code}:{thing.version}", defaults=told)
