"""What lies ready for an incident, as its files tell it: acts, instructions in other languages, sentences. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ActEntry:
    """One thing to do, with a picture."""

    pictogram: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class TranslationEntry:
    """An instruction in another language: the same acts in the same order."""

    language: str
    title: str
    summary: str
    acts: tuple[ActEntry, ...]


@dataclass(frozen=True)
class LineEntry:
    """A sentence in three languages."""

    nl: str
    en: str
    de: str


@dataclass(frozen=True)
class StatementEntry:
    """What was true on a day, in three languages."""

    nl: str
    en: str
    de: str
    checked_on: date


@dataclass(frozen=True)
class ReadyEntry:
    """The sentences that are ready, and dated statements beside instructions."""

    lines: tuple[LineEntry, ...]
    statements: tuple[StatementEntry, ...]
