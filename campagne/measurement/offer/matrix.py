"""What is offered per theme and group, as a table, and which cells break the rule of the red thread. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from campagne.measurement.offer.review import Lifespan, Review


class What(StrEnum):
    """What every theme must have for a group that is a red thread."""

    PAGE = "pagina"
    QUIZ = "quiz"


class State(StrEnum):
    """What a cell says in words and with a sign, so that nobody needs to see its colour."""

    LACKING = "ontbreekt"
    STALE = "nakijken"
    EMPTY = "nog niets"
    FINE = "in orde"


SIGNS = {State.LACKING: "✗", State.STALE: "!", State.EMPTY: "–", State.FINE: "✓"}


@dataclass(frozen=True)
class Piece:
    """A live page or a place to report: what it is, for whom, whose (None: the region's), and how fresh."""

    pk: int
    title: str
    kind: str
    theme: int | None
    groups: frozenset[int]
    municipality: int | None
    reviewed_on: date | None
    review: Review
    lifespan: Lifespan
    quiz: int | None = None
    is_page: bool = True
    is_contact: bool = False

    @property
    def is_fresh(self) -> bool:
        return self.review is Review.FRESH


@dataclass(frozen=True)
class Label:
    """A theme, group or municipality; `is_red_thread` asks something of every theme."""

    pk: int
    name: str
    slug: str
    municipality: int | None = None
    is_red_thread: bool = False


@dataclass(frozen=True)
class Cell:
    """All that is offered for one group about one theme."""

    group: Label
    theme: Label
    pieces: tuple[Piece, ...]

    @property
    def pages(self) -> int:
        """How many pages to read were looked over in time."""
        return sum(piece.is_page for piece in self.pieces if piece.is_fresh)

    @property
    def quizzes(self) -> int:
        """How many quizzes are offered on pages that were looked over in time; each counts once."""
        return len({piece.quiz for piece in self.pieces if piece.is_fresh} - {None})

    @property
    def stale(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if not piece.is_fresh)

    @property
    def lacks(self) -> tuple[What, ...]:
        """What the rule of the red thread asks for and is not there."""
        if not self.group.is_red_thread:
            return ()
        counts = {What.PAGE: self.pages, What.QUIZ: self.quizzes}
        return tuple(what for what, count in counts.items() if not count)

    @property
    def state(self) -> State:
        if self.lacks:
            return State.LACKING
        if not self.pieces:
            return State.EMPTY
        return State.STALE if self.stale else State.FINE

    @property
    def sign(self) -> str:
        return SIGNS[self.state]


@dataclass(frozen=True)
class Line:
    """A row of the table: a group, and its cell for each theme."""

    group: Label
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Offer:
    """Everything that is live, with what it can be about, for whom and where."""

    pieces: tuple[Piece, ...]
    contacts: tuple[Piece, ...]
    themes: tuple[Label, ...]
    groups: tuple[Label, ...]
    places: tuple[Label, ...]

    def found_in(self, place: Label | None) -> "Offer":
        """What readers of a municipality find: the region's and its own; with None what is found everywhere."""
        owners = {None, place.pk if place else None}
        return replace(
            self,
            pieces=tuple(piece for piece in self.pieces if piece.municipality in owners),
            contacts=tuple(contact for contact in self.contacts if contact.municipality in owners),
            groups=tuple(group for group in self.groups if group.municipality in owners),
            places=(place,) if place else (),
        )

    def lines(self) -> tuple[Line, ...]:
        """The table: a row for each group, a column for each theme."""
        shelf: dict[tuple[int, int | None], list[Piece]] = defaultdict(list)
        for piece in self.pieces:
            for group_pk in piece.groups:
                shelf[group_pk, piece.theme].append(piece)
        return tuple(
            Line(group, tuple(Cell(group, theme, tuple(shelf[group.pk, theme.pk])) for theme in self.themes))
            for group in self.groups
        )

    def cells(self) -> Iterator[Cell]:
        return (cell for line in self.lines() for cell in line.cells)

    def stale(self) -> tuple[Piece, ...]:
        """Pages and places to report that nobody looked over in time: never looked at first, then the oldest."""
        return oldest_first(piece for piece in (*self.pieces, *self.contacts) if not piece.is_fresh)


def oldest_first(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: (piece.reviewed_on or date.min, piece.title)))


@dataclass(frozen=True)
class Gap:
    """The same lack in one or more municipalities; without `places` it is so everywhere."""

    group: Label
    theme: Label
    lacks: tuple[What, ...]
    stale: tuple[Piece, ...]
    places: tuple[Label, ...]

    def is_in(self, place: Label | None) -> bool:
        """Whether readers of this municipality meet it; None is what the region offers, which lacks it in any case."""
        return place is None or not self.places or place in self.places


def gaps_in(offer: Offer) -> list[Gap]:
    """Where the rule of the red thread is broken: for each group and theme what lacks, and where."""
    looked_at: Sequence[Label | None] = offer.places or (None,)
    found: dict[tuple[Label, Label, tuple[What, ...]], list[tuple[Label | None, Cell]]] = {}
    for place in looked_at:
        for cell in offer.found_in(place).cells():
            if cell.lacks:
                found.setdefault((cell.group, cell.theme, cell.lacks), []).append((place, cell))
    return [
        Gap(
            *what,
            stale=oldest_first({piece for _, cell in cells for piece in cell.stale}),
            places=() if len(cells) == len(looked_at) else tuple(place for place, _ in cells if place),
        )
        for what, cells in found.items()
    ]
