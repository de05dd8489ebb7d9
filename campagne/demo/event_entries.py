"""The events of the demo as their file tells them; days are counted back from the day of loading."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EventEntry:
    """Without a municipality it happened in the whole region."""

    title: str
    kind: str
    expected: str
    began_days_ago: int
    ended_days_ago: int
    municipality: str = ""
    themes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Events:
    events: tuple[EventEntry, ...]
