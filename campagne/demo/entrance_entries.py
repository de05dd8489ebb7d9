"""The entrances of the demo as their file tells them; days are counted back from the day of loading."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EntranceEntry:
    """`taken_away_days_ago` is 0 where it still hangs."""

    code: str
    place: str
    means: str
    module: str
    placed_days_ago: int
    print_run: int
    municipality: str = ""
    groups: tuple[str, ...] = ()
    taken_away_days_ago: int = 0

    @property
    def path(self) -> str:
        """The short address that is printed."""
        return f"/q/{self.code}/"


@dataclass(frozen=True)
class Entrances:
    entrances: tuple[EntranceEntry, ...]
