"""A question as other programs know it: a text, answers, and what is said about them. Without a database."""

from dataclasses import dataclass
from enum import StrEnum

from campagne.sheets.cells import printable

MOST_CHOICES = 50
TRUE, FALSE = "Waar", "Niet waar"


class ItemKind(StrEnum):
    """How it is answered. Other programs know more kinds; those are not carried."""

    TRUE_FALSE = "true_false"
    SINGLE = "single"
    MULTIPLE = "multiple"
    ORDER = "order"


@dataclass(frozen=True)
class Choice:
    """One answer, or one thing to put in order, and what somebody reads who chooses it."""

    text: str
    is_right: bool = False
    feedback: str = ""


@dataclass(frozen=True)
class Item:
    """A question. Its texts are clean; a single choice of which all are right has no right or wrong.

    True/false has the choices `TRUE` and `FALSE`, in that order; what must be ordered stands in the right order.
    """

    kind: ItemKind
    stem: str
    choices: tuple[Choice, ...]
    title: str = ""
    category: str = ""
    feedback: str = ""

    @property
    def is_unscored(self) -> bool:
        return self.kind is ItemKind.SINGLE and all(choice.is_right for choice in self.choices)


@dataclass(frozen=True)
class Found:
    """What was found at a place in a file: a question and what of it was lost, or why there is none."""

    where: str
    title: str
    item: Item | None
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """Return the text without control characters, broken characters, and white space around it."""
    return printable(text).strip()


def clean_line(text: str) -> str:
    return " ".join(printable(text).split())


def too_many(count: int) -> str:
    """Say that there are more answers than any question has; empty when there are not."""
    found = f"{count} antwoorden. Wij lezen er hoogstens {MOST_CHOICES}."
    return f"Deze vraag heeft {found}" if count > MOST_CHOICES else ""


def shortened(text: str, most: int = 60) -> str:
    """The beginning of a text on one line, to call it by."""
    line = clean_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def found_instead(where: str, found: str, expected: str, advice: str) -> str:
    """Say of something that cannot be read what was found, what was expected, and what to do."""
    return f"{where}: gevonden {found}. Verwacht: {expected}. {advice}"
