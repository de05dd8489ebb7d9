"""Why something from outside is not read, in words for whoever sent it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Value = TypeVar("Value")


class Unreadable(Exception):
    """What was found, what was expected and what to do about it; three Dutch sentences."""

    def __init__(self, found: str, expected: str, advice: str) -> None:
        self.found, self.expected, self.advice = found, expected, advice
        super().__init__(f"{found} {expected} {advice}")


@dataclass(frozen=True)
class Limits:
    """How much of a table is read; sizes in bytes, a cell in characters."""

    size: int = 10 * 1024 * 1024
    rows: int = 50_000
    columns: int = 200
    cell: int = 10_000


LIMITS = Limits()


def check_size(content: bytes, limits: Limits) -> None:
    if not content:
        raise Unreadable("Dit bestand is leeg.", "Er hoort een tabel in te staan.", "Kies een ander bestand.")
    if len(content) > limits.size:
        raise Unreadable(
            f"Dit bestand is {_thousands(len(content) // 1024 + 1)} kB.",
            f"We lezen er hoogstens {_thousands(limits.size // 1024)}.",
            "Verdeel de tabel over meer bestanden.",
        )


def bounded(rows: Iterable[Sequence[Value]], limits: Limits) -> Iterator[Sequence[Value]]:
    """Pass rows on until one is too many, too wide or holds too long a text."""
    for number, row in enumerate(rows, start=1):
        if number > limits.rows:
            raise Unreadable(
                f"Deze tabel heeft meer dan {_thousands(limits.rows)} rijen.",
                "Meer lezen we niet in één keer.",
                "Verdeel de tabel over meer bestanden en haal lege rijen weg.",
            )
        if len(row) > limits.columns:
            raise Unreadable(
                f"Rij {number} heeft {_thousands(len(row))} kolommen.",
                f"We lezen er hoogstens {limits.columns}.",
                "Haal de kolommen weg die niet nodig zijn.",
            )
        if any(isinstance(cell, str) and len(cell) > limits.cell for cell in row):
            raise Unreadable(
                f"In rij {number} staat een tekst van meer dan {_thousands(limits.cell)} tekens.",
                "Zo lang is geen cel.",
                "Kijk of er een aanhalingsteken te veel of te weinig staat.",
            )
        yield row


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
