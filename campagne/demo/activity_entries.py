"""The activities of the demo as their file tells them; days are counted from the day of loading."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OtherwiseEntry:
    """One time of a series, counted from 1, that is full or does not go on."""

    time: int
    state: str


@dataclass(frozen=True)
class ActivityEntry:
    """`weekday` is 0 for Monday; `week` 1 is the week after that of loading; clocks are Dutch, as "14:00"."""

    title: str
    summary: str
    description: str
    groups: tuple[str, ...]
    theme: str
    venue: str
    address: str
    accessibility: str
    costs: str
    sign_up: str
    weekday: int
    week: int
    begins: str
    ends: str
    municipality: str = ""
    module: str = ""
    sign_up_url: str = ""
    state: str = "planned"
    every: str = "once"
    times: int = 1
    otherwise: tuple[OtherwiseEntry, ...] = ()


@dataclass(frozen=True)
class Activities:
    activities: tuple[ActivityEntry, ...]
