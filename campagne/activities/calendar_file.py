"""Activities as a calendar file (RFC 5545), that any calendar can take or follow.

The same activity has the same name in every file and for ever; each change has a higher number, so that a calendar that
has it already takes the change. Times are those of Europe/Amsterdam, with the rules of summer and winter time in it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Event, vRecur

from campagne.activities.occasions import Occasion, Series, State
from campagne.sheets.calendars import begun

STATUS = {State.PLANNED: "CONFIRMED", State.FULL: "CONFIRMED", State.CANCELLED: "CANCELLED"}
BEFORE_TITLE = {State.PLANNED: "", State.FULL: "Vol: ", State.CANCELLED: "Gaat niet door: "}


@dataclass(frozen=True)
class Entry:
    """One activity as a calendar needs it; `number` rises with every change, `changed_at` is aware."""

    uid: str
    number: int
    changed_at: datetime
    title: str
    description: str
    location: str
    url: str
    series: Series


def calendar_of(name: str, entries: Iterable[Entry]) -> bytes:
    """A whole file in UTF-8, the same bytes for the same entries."""
    made = begun("-//Campagne//Activiteiten//NL")
    made.add("x-wr-calname", name)
    for entry in entries:
        for event in _events_of(entry):
            made.add_component(event)
    return bytes(made.to_ical())


def _events_of(entry: Entry) -> Iterator[Event]:
    """The series, and after it each single occasion that is otherwise than the series."""
    occasions = entry.series.occasions()
    series = _event(entry, occasions[0], entry.series.state)
    if rule := entry.series.recurrence.rule:
        series.add("rrule", vRecur({**rule, "UNTIL": occasions[-1].starts_at.astimezone(UTC)}))
    yield series
    for occasion in occasions:
        if occasion.state is not entry.series.state:
            single = _event(entry, occasion, occasion.state)
            single.add("recurrence-id", occasion.starts_at)
            yield single


def _event(entry: Entry, occasion: Occasion, state: State) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.number)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("dtstart", occasion.starts_at)
    event.add("dtend", occasion.ends_at)
    event.add("summary", BEFORE_TITLE[state] + entry.title)
    event.add("status", STATUS[state])
    event.add("location", entry.location)
    event.add("description", entry.description)
    event.add("url", entry.url)
    return event
