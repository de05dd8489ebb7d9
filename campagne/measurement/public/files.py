"""A month that stands as a file: a line for each figure that says everything of itself, and what happened meanwhile."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from campagne.figures.disclosure import Outcome, Shown, Thresholds
from campagne.figures.protection import ROUNDED_TO
from campagne.measurement.context.happening import CAVEAT, Happening
from campagne.measurement.dashboard.spreadsheet import DEMO_SOURCE, HAPPENING
from campagne.measurement.public import codebook
from campagne.measurement.public.layout import Line
from campagne.measurement.public.published import PublishedMonth
from campagne.measurement.public.shown import ShownTable
from campagne.measurement.public.tables import PublicTable
from campagne.sheets.cells import Cell
from campagne.sheets.xlsx_file import Sheet, write_workbook

SHOWN = "getoond"


def rows_of(
    month: PublishedMonth, tables: Sequence[ShownTable], happenings: Sequence[Happening], *, is_demo: bool
) -> Iterator[list[Cell]]:
    """The figures in the order of the page, also those that are not shown; then what happened, one line each."""
    thresholds = dict(codebook.threshold_words(thresholds_of(month)))
    for shown in tables:
        threshold = thresholds["aandelen" if not shown.table.has_totals else _kind_of_threshold(shown.table)]
        source = DEMO_SOURCE if is_demo else shown.table.measure.source
        for row in shown.rows:
            for column in shown.columns:
                outcome = shown.at(row.key, column.key)
                yield _line(month, shown.table, row, column, outcome, threshold, source)
    yield from (_happened(month, happening) for happening in happenings)


def workbook_of(rows: Iterable[list[Cell]], month: PublishedMonth) -> bytes:
    """The figures on the first sheet, and on the second what every word of it means."""
    explained = codebook.explained(thresholds_of(month))
    return write_workbook(
        [
            Sheet("cijfers", codebook.HEADER, rows),
            Sheet("uitleg", ("soort", "woord", "betekenis"), explained),
        ]
    )


def document_of(
    month: PublishedMonth, tables: Sequence[ShownTable], happenings: Sequence[Happening], *, is_demo: bool
) -> dict[str, Any]:
    """The same for programs: what the month is made by, the codebook, and every line with the names of its columns."""
    rows = rows_of(month, tables, (), is_demo=is_demo)
    return {
        "maand": str(month),
        "gemaakt_op": month.made_at.isoformat(timespec="seconds"),
        "geteld_sinds": month.rules["counted_since"],
        "is_demo": is_demo,
        "regels": {
            "afgerond_op": ROUNDED_TO,
            "bescherming": month.rules["protection"],
            "drempels": dict(codebook.threshold_words(thresholds_of(month))),
            "versies_van_maten": month.rules["measures"],
        },
        "schema": codebook.schema(),
        "tabellen": [_described(shown.table) for shown in tables],
        "cijfers": [dict(zip(codebook.HEADER, row, strict=True)) for row in rows],
        "gebeurtenissen": [
            {"wat": each.title, "soort": each.kind, "wanneer": each.days, "waar": each.about, "bron": each.source}
            for each in happenings
        ],
    }


def thresholds_of(month: PublishedMonth) -> Thresholds:
    return Thresholds(**month.rules["thresholds"])


def _kind_of_threshold(table: PublicTable) -> str:
    return "personen" if table.source == "persons" else "bezoeken en klikken"


def _line(
    month: PublishedMonth,
    table: PublicTable,
    row: Line,
    column: Line,
    outcome: Outcome,
    threshold: str,
    source: str,
) -> list[Cell]:
    return [
        str(month),
        table.measure.rung.name,
        table.code,
        table.name,
        row.key,
        row.label,
        column.key,
        column.label,
        SHOWN if outcome.is_shown else str(outcome),
        *_numbers(outcome),
        table.measure.unit,
        table.measure.definition,
        " ".join(filter(None, [table.measure.caveat, table.caveat])),
        threshold,
        table.measure.version,
        source,
    ]


def _numbers(outcome: Outcome) -> list[Cell]:
    """Count, share, its bounds and what it rests on; what does not apply, and what is hidden, is empty."""
    if not isinstance(outcome, Shown):
        return [""] * 5
    if outcome.estimate is None:
        return [outcome.count, "", "", "", ""]
    estimate = outcome.estimate
    return ["", estimate.value, estimate.low, estimate.high, estimate.n]


def _happened(month: PublishedMonth, happening: Happening) -> list[Cell]:
    told = [HAPPENING, happening.kind, "", f"{happening.title}, {happening.days}", "", happening.about]
    return [str(month), "", *told, "", *[""] * 5, "", "", CAVEAT, "", "", happening.source]


def _described(table: PublicTable) -> dict[str, Any]:
    measure = table.measure
    return {
        "code": table.code,
        "naam": table.name,
        "vraag": measure.rung.question,
        "rijen": table.row_word,
        "kolommen": table.column_word,
        "maat": measure.name,
        "eenheid": measure.unit,
        "hoe_we_tellen": measure.definition,
        "wat_het_niet_zegt": " ".join(filter(None, [measure.caveat, table.caveat])),
        "versie": table.version,
    }
