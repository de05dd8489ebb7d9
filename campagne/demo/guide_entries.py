"""The report guide as its files tell it: groups on the first screen, types, and their outcomes. Pure.

What a type says in one way for all its outcomes stands with the type; an outcome may say it differently.
"""

from dataclasses import dataclass
from pathlib import Path

from campagne.demo.entry import read_file


@dataclass(frozen=True)
class CategoryEntry:
    slug: str
    title: str
    text: str
    sign: str


@dataclass(frozen=True)
class CallEntry:
    """A place to report, and why this one."""

    channel: str
    urgency: str
    note: str


@dataclass(frozen=True)
class GuideActEntry:
    pictogram: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class OutcomeEntry:
    acts: tuple[GuideActEntry, ...]
    channels: tuple[CallEntry, ...]
    roles: tuple[str, ...] = ()
    money: str = ""
    comfort: str = ""
    complaint: str = ""
    complaint_note: str = ""
    afterwards: str = ""


@dataclass(frozen=True)
class TypeEntry:
    """One thing that can have happened; `topic` is its number in the fact bank, `article` the page about it."""

    topic: str
    slug: str
    title: str
    summary: str
    sign: str
    theme: str
    article: str
    also_called: str
    comfort: str
    complaint: str
    complaint_note: str
    bring: tuple[str, ...]
    afterwards: str
    outcomes: tuple[OutcomeEntry, ...]
    category: str = ""
    is_for_victims: bool = False
    who_question: str = ""
    money_question: str = ""
    help: tuple[CallEntry, ...] = ()


@dataclass(frozen=True)
class GuideEntry:
    categories: tuple[CategoryEntry, ...] = ()
    types: tuple[TypeEntry, ...] = ()


def read_guide(folder: Path) -> GuideEntry:
    """Read every file of the folder as one guide, in the order of their names. Raises BadEntry."""
    files = [read_file(GuideEntry, file) for file in sorted(folder.glob("*.toml"))]
    return GuideEntry(
        categories=tuple(category for file in files for category in file.categories),
        types=tuple(found for file in files for found in file.types),
    )
