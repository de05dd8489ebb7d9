"""The grid in which sheets are typed in: a row for each sheet, a column for each question, one short field a cell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from campagne.guided.codes import is_seat_number
from campagne.guided.paper.cells import Column, Mistyped, pattern_typed, typed_from
from campagne.quiz.paper.contents import AFTER, BEFORE, DURING, LAST, PaperPart

SEAT = "k"
MOST_SHEETS = 99
NAME = re.compile(rf"([1-9][0-9]?)\.([0-9]{{1,3}}|{SEAT})")
"""A field is called after its sheet and its place, as short as can be: `12.3`, and `12.k` for the seat card."""
SHORT = {BEFORE: "vóór", DURING: "tijdens", AFTER: "na", LAST: "slot"}
NO_SEAT = "Dit is geen nummer van een plaatskaart. Typ de vijf cijfers die op het blad staan, of laat dit leeg."
STOOD = "Hier stond ‘{}’. Typ dat weer, of een ander antwoord, of - als er niets is ingevuld."

Saved = Mapping[tuple[int, int], str]
"""The pattern that is kept from paper, by sheet and place."""


@dataclass(frozen=True)
class Head:
    """One column: at which place of the quiz, when, and what may be typed in it."""

    place: int
    when: str
    stem: str
    column: Column

    @classmethod
    def of(cls, part: PaperPart) -> "Head":
        """The column of a question. Raises ValueError where nothing is asked."""
        orders = tuple(option.order for option in part.lettered.options) if part.lettered else ()
        stem = part.lettered.question.stem if part.lettered else ""
        return cls(part.place, SHORT[part.when], stem, Column(part.kind, orders))

    @property
    def id(self) -> str:
        return f"v{self.place}"

    @property
    def pattern(self) -> str:
        """What a browser takes, as a regular expression."""
        letters = self.column.letters
        one = f"[{letters}{letters.upper()}]"
        most = self.column.most
        return rf"\?|-|{one}{{{most if self.column.kind == 'order' else 1},{most}}}"


@dataclass(frozen=True)
class Cell:
    """One field: what stands in it, and what is wrong with that."""

    name: str
    head: Head | None
    value: str = ""
    error: str = ""

    @property
    def id(self) -> str:
        return f"c{self.name.replace('.', '-')}"

    @property
    def is_seat(self) -> bool:
        return self.head is None


@dataclass(frozen=True)
class Row:
    """One sheet. `patterns` are what its cells say, by place, of those that say something."""

    sheet: int
    cells: tuple[Cell, ...]
    patterns: Mapping[int, str] = field(default_factory=dict)
    seat: str = ""

    @property
    def errors(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.error)

    @property
    def is_to_save(self) -> bool:
        return bool(self.patterns) and not self.errors


@dataclass(frozen=True)
class Error:
    """One line of the error summary."""

    target: str
    text: str


def sheets_typed(fields: Iterable[str]) -> tuple[int, ...]:
    """The sheets that a form has fields for, in order."""
    return tuple(sorted({int(found[1]) for name in fields if (found := NAME.fullmatch(name))}))


def read_row(sheet: int, heads: Sequence[Head], fields: Mapping[str, str], saved: Saved, *, has_seats: bool) -> Row:
    """Read what was typed in one row; every cell keeps what was typed, right or wrong."""
    cells, patterns = [], dict[int, str]()
    seat = "".join(fields.get(f"{sheet}.{SEAT}", "").split())
    if has_seats:
        cells.append(Cell(f"{sheet}.{SEAT}", None, seat, "" if not seat or is_seat_number(seat) else NO_SEAT))
    for head in heads:
        name, error = f"{sheet}.{head.place}", ""
        text = fields.get(name, "")
        try:
            pattern = pattern_typed(text, head.column)
        except Mistyped as mistyped:
            pattern, error = "", str(mistyped)
        if pattern:
            patterns[head.place] = pattern
        elif not error and (stood := saved.get((sheet, head.place))):
            error = STOOD.format(typed_from(stood, head.column))
        cells.append(Cell(name, head, text.strip(), error))
    return Row(sheet, tuple(cells), patterns, seat)


def saved_row(sheet: int, heads: Sequence[Head], saved: Saved, seat: str, *, has_seats: bool) -> Row:
    """A row as it is kept; empty for a sheet that was not typed in yet."""
    cells = [Cell(f"{sheet}.{SEAT}", None, seat)] if has_seats else []
    for head in heads:
        cells.append(Cell(f"{sheet}.{head.place}", head, typed_from(saved.get((sheet, head.place), ""), head.column)))
    return Row(sheet, tuple(cells))


def errors_in(rows: Iterable[Row]) -> list[Error]:
    """The lines of the error summary: each leads to its cell, in the words that stand there."""
    return [Error(cell.id, f"Blad {row.sheet}, {where(cell)}: {cell.error}") for row in rows for cell in row.errors]


def where(cell: Cell) -> str:
    return f"vraag {cell.head.place}" if cell.head else "kaart"
