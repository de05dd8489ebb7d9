"""The totals as lines of a sheet: every way they are taken together, figure by figure, with their range."""

from collections.abc import Iterable, Iterator

from campagne.guided.report.learning import Learned
from campagne.guided.report.spreadsheet import DEMO_SOURCE, count_cells
from campagne.guided.report.told import Told
from campagne.guided.report.totals import Total
from campagne.sheets.cells import Cell

HEADER = (
    "per", "naam", "lessen", "bijeenkomsten niet ingevuld", "eerste dag", "laatste dag", "wat", "onderwerp", "aantal",
    "van", "eenheid", "in woorden", "verschil", "laag", "hoog", "marge", "oordeel", "bron", "wat het niet zegt",
)  # fmt: skip
POINTS_AFTER = 4


def totals_rows(totals: Iterable[Total], *, is_demo: bool) -> Iterator[list[Cell]]:
    """Yield the rows below `HEADER`."""
    for total in totals:
        for told in total.people:
            yield _row(total, told, None, is_demo=is_demo)
        for question in total.learned:
            for told in question.rows:
                yield _row(total, told, question, is_demo=is_demo)


def _row(total: Total, told: Told, question: Learned | None, *, is_demo: bool) -> list[Cell]:
    meaning = told.meaning
    change = question.change if question else None
    bounds: list[Cell] = ["", "", ""]
    if change is not None:
        bounds = [round(share, POINTS_AFTER) for share in (change.value, change.low, change.high)]
    return [
        total.by.value,
        total.name,
        total.sessions,
        total.not_filled_in,
        total.first_day,
        total.last_day,
        meaning.name,
        told.subject,
        *count_cells(told.outcome),
        meaning.unit,
        told.words,
        *bounds,
        told.margin,
        question.verdict if question else "",
        DEMO_SOURCE if is_demo else meaning.source,
        meaning.caveat,
    ]
