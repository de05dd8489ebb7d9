"""A month that stands, as tables to look at: made from what was kept, and from nothing that was counted since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.estimates import Estimate
from campagne.figures.protection import HIDDEN, TOTAL, Place
from campagne.figures.sentences import briefly, counted
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
class ShownRow:
    """A row of which at least one figure is shown."""

    label: str
    cells: tuple[Cell, ...]

    @property
    def hidden(self) -> list[str]:
        """The columns whose figure is not shown, for a screen too narrow to say so in a cell each."""
        return [cell.column for cell in self.cells if not cell.is_shown]


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
    def lines(self) -> list[ShownRow]:
        shown = (row for row in self.rows if self._shows(row))
        return [ShownRow(row.label, tuple(self._cell(row, column) for column in self.columns)) for row in shown]

    @property
    def hidden_rows(self) -> list[str]:
        return [row.label for row in self.layout.rows if not self._shows(row)]

    def at(self, row: str, column: str) -> Outcome:
        return self.outcomes.get((row, column), HIDDEN)

    @property
    def _sums(self) -> tuple[Line, ...]:
        return (ALL,) if self.table.has_totals else ()

    def _shows(self, row: Line) -> bool:
        return any(self.at(row.key, column.key).is_shown for column in self.columns)

    def _cell(self, row: Line, column: Line) -> Cell:
        outcome = self.at(row.key, column.key)
        return Cell(column.label, words_of(outcome), outcome.is_shown)


def words_of(outcome: Outcome) -> str:
    """Say a figure in a cell: "1.230", or "68 van de 100 (61 tot 73), bij 240 weergaven"."""
    if not isinstance(outcome, Shown):
        return NOT_SHOWN
    resting_on = "" if outcome.n is None else f", bij {counted(outcome.n, outcome.kind)}"
    return f"{briefly(outcome)}{resting_on}"


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
