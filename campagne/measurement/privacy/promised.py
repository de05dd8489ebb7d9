"""The promise in versions: what held when somebody last looked at the public texts, and what was told to readers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

PATH = Path(__file__).parent / "promised.json"
FEWEST_WORDS = 5
Facts = Mapping[str, list[str]]
"""A subject ("tracker", "beacon" or a table) with everything that is known of it, in words that can be compared."""


@dataclass(frozen=True)
class Version:
    """One version of the promise: since which day, and in a sentence for readers what changed."""

    number: int
    day: date
    told: str


@dataclass(frozen=True)
class Promised:
    """Everything that was promised, with the newest version last."""

    versions: Sequence[Version]
    facts: Facts

    @property
    def newest(self) -> Version:
        return self.versions[-1]

    def renewed(self, now: Facts, told: str, day: date) -> "Promised":
        """The next version. Raises ValueError if nobody says in a sentence what changed, for readers will see it."""
        if len(told.split()) < FEWEST_WORDS:
            raise ValueError(f"Zeg in een hele zin wat er veranderde (minstens {FEWEST_WORDS} woorden), niet {told!r}.")
        return Promised([*self.versions, Version(self.newest.number + 1, day, told)], now)


def read_promised(path: Path = PATH) -> Promised:
    told = json.loads(path.read_text())
    versions = [Version(one["number"], date.fromisoformat(one["day"]), one["told"]) for one in told["versions"]]
    return Promised(versions, told["facts"])


def write_promised(promised: Promised, path: Path = PATH) -> None:
    versions = [{**asdict(one), "day": one.day.isoformat()} for one in promised.versions]
    text = json.dumps({"versions": versions, "facts": promised.facts}, indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n")


def differences(promised: Facts, now: Facts) -> Iterator[str]:
    """What is there and was not promised, and what was promised and is gone; one sentence each."""
    for subject in sorted(promised.keys() | now.keys()):
        before, after = promised.get(subject, []), now.get(subject, [])
        for fact in after:
            if fact not in before:
                yield f"{subject}: {fact} is nieuw"
        for fact in before:
            if fact not in after:
                yield f"{subject}: {fact} is weg"
