"""What a session has on paper, and a form full of sheets taken in: rows that are right are kept, the others shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from campagne.guided.joining.participants import Participant
from campagne.guided.leading.acting import note_who_finished
from campagne.guided.paper.contents import rows_of
from campagne.guided.paper.grid import MOST_SHEETS, Head, Row, Saved, read_row, saved_row, sheets_typed
from campagne.guided.paper.saving import NotSaved, kept_of, save_row
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import State
from campagne.quiz.paper.contents import PaperPart
from campagne.serving.intake.refusals import Refusal

NOT_BEGUN = Refusal(
    409,
    "Deze les is nog niet begonnen",
    "Begin de les, ook als iedereen op papier meedoet. Daarna kunt u de bladen invoeren.",
)
NO_QUIZ = Refusal(409, "Bij deze les is geen quiz", "Er is dus niets om in te voeren.")


@dataclass(frozen=True)
class Papers:
    """The sheets of one session. Each part of it is looked up when it is asked for, and once."""

    session: GuidedSession

    @classmethod
    def of(cls, session: GuidedSession) -> "Papers":
        """Raises Refusal while nothing can be typed in."""
        if session.state == State.PLANNED:
            raise NOT_BEGUN
        if session.quiz_version is None:
            raise NO_QUIZ
        return cls(session)

    @cached_property
    def parts(self) -> tuple[PaperPart, ...]:
        return rows_of(self.session)

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        return tuple(Head.of(part) for part in self.parts)

    @cached_property
    def has_seats(self) -> bool:
        return self.session.seats.exists()

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """Everybody whose sheet was typed in, by the number of the sheet."""
        typed = Participant.objects.filter(session=self.session, sheet__isnull=False)
        return tuple(typed.select_related("seat").order_by("sheet"))

    @cached_property
    def saved(self) -> Saved:
        """What counts and came from paper, by sheet and place."""
        kept = kept_of(participant.pk for participant in self.participants)
        return {
            (participant.sheet or 0, part.place): found.pattern
            for participant in self.participants
            for part in self.parts
            if (found := kept.get(participant.pk, {}).get((part.item.version, part.item.block.value)))
            and found.is_paper
        }

    def many(self, asked: str = "") -> int:
        """How many rows to show: as many as are expected, were typed in, or were asked for."""
        wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
        typed = max((participant.sheet or 0 for participant in self.participants), default=0)
        return min(MOST_SHEETS, max(wanted, typed, self.session.expected))

    def rows(self, many: int) -> list[Row]:
        """The rows as they are kept."""
        seats = {one.sheet: one.seat.digits for one in self.participants if one.seat}
        return [
            saved_row(sheet, self.heads, self.saved, seats.get(sheet, ""), has_seats=self.has_seats)
            for sheet in range(1, many + 1)
        ]

    def typed(self, fields: Mapping[str, str]) -> list[Row]:
        """The rows as they were typed."""
        return [
            read_row(sheet, self.heads, fields, self.saved, has_seats=self.has_seats) for sheet in sheets_typed(fields)
        ]


def take_in(papers: Papers, fields: Mapping[str, str], at: datetime) -> list[Row]:
    """Keep the rows that are right; return all as they were typed, with what is wrong at its cell."""
    rows = [_kept(papers, row, at) if row.is_to_save else row for row in papers.typed(fields)]
    if papers.session.is_closed:
        note_who_finished(papers.session, at)
    return rows


def _kept(papers: Papers, row: Row, at: datetime) -> Row:
    """Keep a row; where that cannot be, say so at its card or its first cell."""
    try:
        save_row(papers.session, papers.parts, row, at)
    except NotSaved as why:
        wrong = next(place for place, cell in enumerate(row.cells) if cell.is_seat == why.at_seat)
        cells = list(row.cells)
        cells[wrong] = replace(cells[wrong], error=str(why))
        return replace(row, cells=tuple(cells))
    return row
