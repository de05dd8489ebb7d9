"""A month that stands, as tables to look at: made from what was kept, and from nothing that was counted since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.estimates import Estimate
from campagne.figures.protection import HIDDEN, TOTAL, Place
from campagne.figures.sentences import briefly
from campagne.measurement.public.layout import Layout, Line
from campagne.measurement.public.published import PublishedFigure, PublishedMonth, Status
from campagne.measurement.public.tables import TABLES, PublicTable

NOT_SHOWN = "niet getoond"
ALL = Line(TOTAL, TOTAL, {})


@dataclass(frozen=True)
class Cell:
    """One figure in words, with the column it stands under for a screen too narrow for columns."""

    column: str
    words: str
    is_shown: bool


@dataclass(frozen=True)
class ShownTable:
    """A table with its figures. `lines` are the rows with a figure to show; `hidden_rows` the names of the others."""

    table: PublicTable
    layout: Layout
    outcomes: Mapping[Place, Outcome]

    @property
    def columns(self) -> tuple[Line, ...]:
        return (*self.layout.columns, *self._sums)

    @property
    def rows(self) -> tuple[Line, ...]:
        return (*self.layout.rows, *self._sums)

    @property
    def lines(self) -> list[tuple[str, list[Cell]]]:
        shown = (row for row in self.rows if self._shows(row))
        return [(row.label, [self._cell(row, column) for column in self.columns]) for row in shown]

    @property
    def hidden_rows(self) -> list[str]:
        return [row.label for row in self.layout.rows if not self._shows(row)]

    @property
    def hides_some(self) -> bool:
        return not all(outcome.is_shown for outcome in self.outcomes.values())

    def at(self, row: str, column: str) -> Outcome:
        return self.outcomes.get((row, column), HIDDEN)

    @property
    def _sums(self) -> tuple[Line, ...]:
        return (ALL,) if self.table.has_totals else ()

    def _shows(self, row: Line) -> bool:
        return any(self.at(row.key, column.key).is_shown for column in self.columns)

    def _cell(self, row: Line, column: Line) -> Cell:
        outcome = self.at(row.key, column.key)
        return Cell(column.label, briefly(outcome) if outcome.is_shown else NOT_SHOWN, outcome.is_shown)


def shown_tables(month: PublishedMonth) -> list[ShownTable]:
    """The tables of a month in their fixed order; one that was not counted then is left out. One query."""
    figures: dict[str, list[PublishedFigure]] = {}
    for figure in month.figures.all():
        figures.setdefault(figure.table, []).append(figure)
    laid_out = month.rules["tables"]
    return [
        ShownTable(table, Layout.from_data(laid_out[table.code]), _outcomes(table, figures.get(table.code, ())))
        for table in TABLES
        if table.code in laid_out
    ]


def _outcomes(table: PublicTable, figures: Iterable[PublishedFigure]) -> dict[Place, Outcome]:
    return {(figure.row, figure.column): outcome_of(figure, table) for figure in figures}


def outcome_of(figure: PublishedFigure, table: PublicTable) -> Outcome:
    """What a kept figure says; of a hidden one nothing was kept."""
    if figure.status != Status.SHOWN:
        return HIDDEN
    if figure.value is None:
        return Shown(figure.count, table.kind, None, None, has_percentage=False)
    estimate = Estimate(figure.low, figure.value, figure.high, figure.n)
    return Shown(round(figure.value * figure.n), table.kind, figure.n, estimate, has_percentage=True)
