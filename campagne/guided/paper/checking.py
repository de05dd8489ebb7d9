"""The check of what was typed in: which sheets are typed a second time, where both differ, and which of them stays.

A tenth of the sheets, and three at least: enough to see whether the first was read with care. Which ones is drawn from
the code of the session, so that they are the same for everybody and nobody chooses them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from math import ceil

from django.db import transaction

from campagne.guided.paper.cells import DONT_KNOW, NOT_FILLED_IN
from campagne.guided.paper.entering import Papers
from campagne.guided.paper.grid import Head, Row, read_row, saved_row
from campagne.guided.paper.saving import save_answers
from campagne.guided.paper.second import Kept, SecondEntry
from campagne.guided.sessions.session import GuidedSession

SHARE = 0.1
LEAST_SHEETS = 3
EMPTY = "Typ ook deze. Is er niets ingevuld, typ dan -."


def sample(cluster: str, sheets: Iterable[int]) -> tuple[int, ...]:
    """Draw the sheets that are typed a second time, in order; a sheet more later on takes few others out."""
    listed = sorted(sheets, key=lambda sheet: sha256(f"{cluster} {sheet}".encode()).digest())
    return tuple(sorted(listed[: max(LEAST_SHEETS, ceil(len(listed) * SHARE))]))


@dataclass(frozen=True)
class Difference:
    """A cell that two people read differently, as each typed it."""

    entry: SecondEntry
    sheet: int
    place: int
    first: str
    second: str

    @property
    def name(self) -> str:
        return f"d{self.entry.pk}"

    @property
    def first_id(self) -> str:
        return f"{self.name}-eerste"

    @property
    def second_id(self) -> str:
        return f"{self.name}-tweede"

    @property
    def first_label(self) -> str:
        return f"{said(self.first)} (eerste invoer)"

    @property
    def second_label(self) -> str:
        return f"{said(self.second)} (tweede invoer)"


def said(typed: str) -> str:
    """What stands in a cell, in words where it is no letter."""
    words = {"": "leeg", DONT_KNOW: "weet ik niet", NOT_FILLED_IN: "niets ingevuld"}
    return words.get(typed, typed)


@dataclass(frozen=True)
class Check:
    """The second entry of one session."""

    papers: Papers

    @cached_property
    def done(self) -> tuple[SecondEntry, ...]:
        of_session = SecondEntry.objects.filter(participant__session=self.papers.session)
        return tuple(of_session.select_related("participant").order_by("participant__sheet", "place"))

    @cached_property
    def sheets(self) -> tuple[int, ...]:
        return sample(self.papers.session.cluster, {sheet for sheet, _ in self.papers.saved})

    @cached_property
    def to_type(self) -> tuple[int, ...]:
        """The sheets of the sample that nobody typed a second time yet."""
        typed = {entry.participant.sheet for entry in self.done}
        return tuple(sheet for sheet in self.sheets if sheet not in typed)

    @property
    def empty_rows(self) -> list[Row]:
        return [saved_row(sheet, self.papers.heads, {}, "", has_seats=False) for sheet in self.to_type]

    @property
    def differing(self) -> int:
        return sum(entry.first != entry.pattern for entry in self.done)

    @cached_property
    def to_settle(self) -> tuple[Difference, ...]:
        heads = {head.place: head for head in self.papers.heads}
        return tuple(
            _difference(entry, heads[entry.place])
            for entry in self.done
            if entry.first != entry.pattern and not entry.kept and entry.place in heads
        )

    def read(self, fields: Mapping[str, str]) -> list[Row]:
        """The rows as they were typed the second time; each cell must say something."""
        rows = (read_row(sheet, self.papers.heads, fields, {}, has_seats=False) for sheet in self.to_type)
        return [_complete(row) for row in rows]


def _difference(entry: SecondEntry, head: Head) -> Difference:
    from_pattern = {
        pattern: saved_row(1, [head], {(1, head.place): pattern}, "", has_seats=False).cells[0].value
        for pattern in (entry.first, entry.pattern)
    }
    sheet = entry.participant.sheet or 0
    return Difference(entry, sheet, entry.place, from_pattern[entry.first], from_pattern[entry.pattern])


def _complete(row: Row) -> Row:
    """A row that was begun has no empty cells."""
    if not row.patterns and not row.errors:
        return row
    cells = tuple(replace(cell, error=EMPTY) if not cell.value and not cell.error else cell for cell in row.cells)
    return replace(row, cells=cells)


@transaction.atomic
def keep_second(check: Check, rows: Sequence[Row]) -> int:
    """Keep what was typed the second time, beside what is kept from the first; return how many cells. May run twice."""
    participants = {participant.sheet: participant for participant in check.papers.participants}
    made = [
        SecondEntry(
            participant=participants[row.sheet],
            place=place,
            first=check.papers.saved.get((row.sheet, place), ""),
            pattern=pattern,
        )
        for row in rows
        if row.is_to_save
        for place, pattern in row.patterns.items()
    ]
    SecondEntry.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


@transaction.atomic
def settle(check: Check, fields: Mapping[str, str], at: datetime) -> int:
    """Keep what was chosen of the differences; the second entry then takes the place of the first. Return how many."""
    GuidedSession.objects.select_for_update().get(pk=check.papers.session.pk)
    settled = 0
    for difference in check.to_settle:
        kept = fields.get(difference.name, "")
        if kept not in Kept.values or not SecondEntry.objects.filter(pk=difference.entry.pk, kept="").update(kept=kept):
            continue
        settled += 1
        if kept == Kept.SECOND:
            participant = difference.entry.participant
            participant.session = check.papers.session
            save_answers(participant, check.papers.parts, {difference.place: difference.entry.pattern}, at)
    return settled
