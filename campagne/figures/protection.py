"""What may leave of whole tables: a cell that is hidden cannot be found by subtracting the others from a total.

Of every cell under the threshold anything from 0 up to the threshold must remain possible for whoever adds and
subtracts all that is shown; so more is hidden than what is small, and nothing tells which was which. What is shown is
rounded to 5 afterwards, and no protection is counted from that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from campagne.figures.adding_up import Amount, Node, Room, hide_enough
from campagne.figures.disclosure import (
    DEFAULT,
    Audience,
    Figure,
    Kind,
    Outcome,
    Reason,
    Shown,
    Suppressed,
    Thresholds,
    publishable,
)
from campagne.figures.estimates import Estimate

TOTAL = "totaal"
"""The row and the column of sums."""
ROUNDED_TO = 5
HIDDEN = Suppressed(Reason.SMALL_NUMBERS)
Place = tuple[str, str]
"""A row and a column."""


@dataclass(frozen=True)
class Table:
    """Counts by row and column, every thing counted in one cell alone; a cell that is left out is 0.

    `sensitive_rows` are of groups whose small numbers stay inside longer.
    Raises ValueError for a figure outside the table, a share, or two units in one table.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: Mapping[Place, Figure]
    kind: Kind
    sensitive_rows: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if TOTAL in (*self.rows, *self.columns):
            raise ValueError(f"“{TOTAL}” is what the table adds itself; name the row or column otherwise")
        for (row, column), figure in self.figures.items():
            if row not in self.rows or column not in self.columns:
                raise ValueError(f"cell {row}, {column} lies outside the table")
            if figure.n is not None or figure.kind is not self.kind:
                raise ValueError(f"{figure} in a table of {self.kind.many}; expected counts of those alone")

    def at(self, row: str, column: str) -> Figure:
        """The figure of a cell or, with TOTAL for a row or a column, of a sum."""
        rows = self.rows if row == TOTAL else (row,)
        columns = self.columns if column == TOTAL else (column,)
        parts = [self.figures[one, other] for one in rows for other in columns if (one, other) in self.figures]
        sessions = [part.sessions for part in parts if part.sessions is not None]
        return Figure(
            sum(part.count for part in parts),
            self.kind,
            sessions=sum(sessions) if sessions else None,
            is_sensitive_group=row in self.sensitive_rows,
        )


def publishable_table(table: Table, *, thresholds: Thresholds = DEFAULT) -> dict[Place, Outcome]:
    """Let a table with its totals out to everybody: each cell rounded to 5, or hidden."""
    return publishable_tables([table], thresholds=thresholds)[0]


def publishable_tables(tables: Sequence[Table], *, thresholds: Thresholds = DEFAULT) -> list[dict[Place, Outcome]]:
    """Let out one table, or two that tell the same things by other rows and the same columns: their totals are shared.

    What is shown of both together gives no hidden cell away.
    Raises ValueError if two tables do not share columns and totals, because nothing would be known of them together.
    """
    _check_shared(tables)
    places = _places(tables)
    amounts = [Amount(*ends, tables[found[0][0]].at(*found[0][1]).count) for ends, found in places.items()]
    wanted: dict[int, Room] = {}
    for number, found in enumerate(places.values()):
        rooms = [_room(tables[table].at(*place), thresholds) for table, place in found]
        if needed := [room for room in rooms if room]:
            wanted[number] = Room(max(room.below for room in needed), max(room.above for room in needed))
    hidden = hide_enough(amounts, wanted)
    outcomes: list[dict[Place, Outcome]] = [{} for _ in tables]
    for number, found in enumerate(places.values()):
        for table, place in found:
            outcomes[table][place] = HIDDEN if number in hidden else _rounded(tables[table].at(*place))
    return outcomes


def publishable_share(figure: Figure, *, thresholds: Thresholds = DEFAULT) -> Outcome:
    """Let a share out to everybody, in whole hundredths of a rounded number; both its counts stay inside.

    Only with a percentage: from n = 30, and from 2 sessions when it is of guided sessions. No total of shares may be
    shown beside them, so that there is nothing to subtract from.
    """
    outcome = publishable(figure, audience=Audience.PUBLIC, thresholds=thresholds)
    if not isinstance(outcome, Shown) or outcome.estimate is None:
        return HIDDEN
    n = rounded(outcome.estimate.n)
    low, value, high = map(_hundredths, (outcome.estimate.low, outcome.estimate.value, outcome.estimate.high))
    return Shown(round(value * n), figure.kind, n, Estimate(low, value, high, n), has_percentage=True)


def publishable_shares(figures: Sequence[Figure], *, thresholds: Thresholds = DEFAULT) -> tuple[Outcome, ...]:
    """Let all options of one question out together, or none: a single hidden one could be subtracted."""
    outcomes = tuple(publishable_share(figure, thresholds=thresholds) for figure in figures)
    return outcomes if all(outcome.is_shown for outcome in outcomes) else (HIDDEN,) * len(outcomes)


def rounded(count: int) -> int:
    """Round to 5: 12 is told as 10 and 13 as 15."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def _room(figure: Figure, thresholds: Thresholds) -> Room | None:
    """The room that a cell must have which is hidden for itself; None for one that may be seen.

    Whoever looks must hold anything from 0 up to the threshold for possible; of one that is large, but of too few
    sessions, also as much above it.
    """
    if publishable(figure, audience=Audience.PUBLIC, thresholds=thresholds).is_shown:
        return None
    most = thresholds.least(figure.kind, Audience.PUBLIC, is_sensitive_group=figure.is_sensitive_group) - 1
    return Room(below=figure.count, above=most - figure.count if figure.count <= most else most)


def _rounded(figure: Figure) -> Outcome:
    return Shown(rounded(figure.count), figure.kind, None, None, has_percentage=False)


def _hundredths(share: float) -> float:
    """Round to hundredths, halves up as all our words do; what is not quite nothing or everything never becomes it."""
    return share if share in (0, 1) else min(max(int(share * 100 + 0.5), 1), 99) / 100


def _places(tables: Sequence[Table]) -> dict[tuple[Node, Node], list[tuple[int, Place]]]:
    """Which cells of which table are one amount: a column's total is the same in both tables, and so is the sum of all.

    The first table flows into the columns, the second out of them.
    """
    first, *second = tables
    start, end = ("start",), ("end",)
    places: dict[tuple[Node, Node], list[tuple[int, Place]]] = {(end, start): [(0, (TOTAL, TOTAL))]}
    for row in first.rows:
        places[start, ("row", "0", row)] = [(0, (row, TOTAL))]
        for column in first.columns:
            places[("row", "0", row), ("column", "in", column)] = [(0, (row, column))]
    for column in first.columns:
        out = ("column", "out", column) if second else end
        places[("column", "in", column), out] = [(number, (TOTAL, column)) for number in range(len(tables))]
    for table in second:
        places[end, start].append((1, (TOTAL, TOTAL)))
        for row in table.rows:
            places[("row", "1", row), end] = [(1, (row, TOTAL))]
            for column in table.columns:
                places[("column", "out", column), ("row", "1", row)] = [(1, (row, column))]
    return places


def _check_shared(tables: Sequence[Table]) -> None:
    if not 1 <= len(tables) <= 2:
        raise ValueError(f"{len(tables)} tables at once; expected one, or two that share their columns")
    first, last = tables[0], tables[-1]
    if first.columns != last.columns:
        raise ValueError(f"columns {first.columns} and {last.columns}; expected the same in both tables")
    for column in first.columns:
        ours, theirs = first.at(TOTAL, column).count, last.at(TOTAL, column).count
        if ours != theirs:
            raise ValueError(f"column {column} adds up to {ours} and to {theirs}; expected the same in both tables")
