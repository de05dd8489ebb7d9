"""The figures of the dashboard as lines of a sheet; each line says what it is, from when, and what it does not say."""

from collections.abc import Iterable, Iterator, Mapping

from campagne.figures.disclosure import Audience, Figure, Kind, Outcome, Shown, publishable
from campagne.measurement import measures
from campagne.measurement.context.happening import CAVEAT, NOT_OVER, Happening
from campagne.measurement.dashboard.answers import Answer, FigureRow, OfficialRow
from campagne.measurement.dashboard.parts import PartRow
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import Traffic
from campagne.sheets.cells import Cell

HEADER = (
    "trede", "maat", "onderwerp", "aantal", "van", "aandeel", "laag", "hoog", "eenheid", "in woorden",
    "eerste dag", "laatste dag", "keuze", "versie van de maat", "wat het niet zegt", "bron",
)  # fmt: skip
SOURCE = "eigen telling"
DEMO_SOURCE = "demogegevens, niet echt"
NOTHING = ("", "", "", "")
"""Cells that do not apply, such as the whole of a bare count; unlike None, which is unknown."""
HAPPENING = "gebeurtenis"
"""In the place of a rung: no figure, but what happened meanwhile."""


def export_rows(
    selection: Selection,
    answers: Iterable[Answer],
    per_page: Mapping[int, Traffic],
    titles: Mapping[int, str],
    *,
    is_demo: bool,
) -> Iterator[list[Cell]]:
    """Every figure on the dashboard, the views of each page, most shown first, and what happened meanwhile."""
    source = DEMO_SOURCE if is_demo else ""
    for answer in answers:
        if not answer.rows:
            yield _line(selection, answer.rung.name, None, [None, *NOTHING], answer.sentence, source or SOURCE)
        for row in answer.rows:
            yield _official(row) if isinstance(row, OfficialRow) else _figure(selection, row, source)
        for part in answer.parts:
            yield from (_of_part(selection, row, source) for row in part.rows)
    for page_id, traffic in sorted(per_page.items(), key=lambda pair: (-pair[1].views, pair[0])):
        title = titles.get(page_id, f"verwijderde pagina {page_id}")
        for row in _page_figures(title, traffic):
            yield _figure(selection, row, source)
    yield from map(_happened, selection.happenings)


def _happened(happening: Happening) -> list[Cell]:
    return [
        HAPPENING,
        happening.kind,
        f"{happening.number}. {happening.title}",
        "",
        *NOTHING,
        "",
        f"verwacht: {happening.expected}",
        happening.begins,
        happening.ends or NOT_OVER,
        happening.about,
        "",
        CAVEAT,
        happening.source,
    ]


def _page_figures(title: str, traffic: Traffic) -> tuple[FigureRow, ...]:
    """The views, visits and reads of one page."""
    figures = (
        (measures.VIEWS, Figure(traffic.views, Kind.VIEWS)),
        (measures.VISITS, Figure(traffic.visits, Kind.VISITS)),
        (measures.READS, Figure(traffic.reads, Kind.VIEWS, traffic.views)),
    )
    return tuple(FigureRow(measure, title, publishable(figure, audience=Audience.STAFF)) for measure, figure in figures)


def _figure(selection: Selection, row: FigureRow, source: str) -> list[Cell]:
    numbers = _numbers(row.outcome)
    return _line(selection, row.measure.rung.name, row, numbers, row.words, source or row.measure.source)


def _of_part(selection: Selection, row: PartRow, source: str) -> list[Cell]:
    """A count, which is no share of anything; between two ends only the words tell it."""
    numbers: list[Cell] = ["" if row.count is None else row.count, *NOTHING]
    return _line(selection, row.measure.rung.name, row, numbers, row.words, source or row.measure.source)


def _official(row: OfficialRow) -> list[Cell]:
    """What others published is theirs, also in a demo: its own days, unit, caveat and source."""
    share = NOTHING[1:] if row.share is None else row.share
    numbers = [None, *NOTHING] if row.first is None else ["" if row.count is None else row.count, row.n, *share]
    return [
        row.measure.rung.name,
        row.measure.name,
        row.subject,
        *numbers,
        row.measure.unit,
        row.words,
        row.first,
        row.last,
        row.about,
        row.measure.version,
        row.measure.caveat,
        row.measure.source,
    ]


def _numbers(outcome: Outcome | None) -> list[Cell]:
    """Count, whole, share and its bounds; of a withheld figure only the reason, in the place of the count."""
    if outcome is None:
        return [None, *NOTHING]
    if not isinstance(outcome, Shown):
        return [str(outcome), *NOTHING]
    if outcome.n is None or outcome.estimate is None:
        return [outcome.count, "" if outcome.n is None else outcome.n, *NOTHING[1:]]
    estimate = outcome.estimate
    return [outcome.count, outcome.n, *(round(bound, 4) for bound in (estimate.value, estimate.low, estimate.high))]


def _line(
    selection: Selection, rung: str, row: FigureRow | PartRow | None, numbers: list[Cell], remark: str, source: str
) -> list[Cell]:
    measure = row.measure if row else None
    return [
        rung,
        measure.name if measure else "",
        row.subject if row else "",
        *numbers,
        measure.unit if measure else "",
        remark,
        selection.period.first,
        selection.period.last,
        "; ".join(selection.words) or "alle pagina's die u mag zien",
        measure.version if measure else None,
        measure.caveat if measure else "",
        source,
    ]
