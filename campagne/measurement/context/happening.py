"""What happened in a period, numbered: one number for the same event in every chart, list and export of a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from campagne.figures.bands import Span
from campagne.figures.notation import day_label
from campagne.measurement.context.event import ContextEvent
from campagne.measurement.periods import Period
from campagne.staff.ownership import usable_by

EVERYWHERE = "hele regio"
NOT_OVER = "nog niet voorbij"
CAVEAT = "Tegelijk is nog geen oorzaak."


@dataclass(frozen=True)
class Happening:
    """One event in words; `about` says where, and for which themes and groups alone."""

    number: int
    title: str
    kind: str
    begins: date
    ends: date | None
    expected: str
    about: str
    source: str

    @property
    def days(self) -> str:
        first = day_label(self.begins, with_year=True)
        if self.ends is None:
            return f"vanaf {first}, {NOT_OVER}"
        return first if self.ends == self.begins else f"{first} tot en met {day_label(self.ends, with_year=True)}"

    @property
    def span(self) -> Span:
        return Span(self.number, self.begins, self.ends)


def events_chosen(user: Any, chosen: Mapping[str, Any], *, sees_all: bool) -> QuerySet[ContextEvent]:
    """The events that say something about what was chosen, and that this person may see.

    One that names no theme or group is about all of them; one of the region, or of everywhere, is about each place.
    """
    events = ContextEvent.objects.about(chosen.get("gemeente"))
    if not sees_all:
        events = events.filter(usable_by(user))
    for name, field in (("thema", "themes"), ("doelgroep", "groups")):
        if wanted := chosen.get(name):
            events = events.filter(Q(**{field: None}) | Q(**{field: wanted}))
    return events.distinct()


def happenings_in(events: QuerySet[ContextEvent], period: Period) -> tuple[Happening, ...]:
    """The events that touch the period, numbered from the first; three questions, however many there are."""
    found = events.within(period.first, period.last).select_related("municipality").prefetch_related("themes", "groups")
    return tuple(_happening(number, event) for number, event in enumerate(found, start=1))


def _happening(number: int, event: ContextEvent) -> Happening:
    labels = [str(label) for label in (*event.themes.all(), *event.groups.all())]
    return Happening(
        number=number,
        title=event.title,
        kind=event.get_kind_display(),
        begins=event.begins,
        ends=event.ends,
        expected=event.get_expected_display(),
        about=", ".join([str(event.municipality or EVERYWHERE), *labels]),
        source=event.source,
    )
