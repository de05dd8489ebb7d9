"""What a question of the ladder gets as an answer: a sentence, figures that may be seen, a drawing and a caveat."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from campagne.figures.charts import LineChart, RangeDots, range_dots
from campagne.figures.disclosure import Audience, Figure, Kind, Outcome, publishable
from campagne.figures.verdicts import Rung
from campagne.measurement.measures import Measure

ALL_PAGES, ALL_QUIZZES = "alle pagina's samen", "alle quizzen samen"
ROWS_IN_A_CHART = 12
LONGEST_LABEL = 84


@dataclass(frozen=True)
class FigureRow:
    """One figure in a table and in the export: of which measure, about what, and how much."""

    measure: Measure
    subject: str
    outcome: Outcome


@dataclass(frozen=True)
class Answer:
    """What a rung says for a selection. Without a figure, the sentence says why."""

    rung: Rung
    sentence: str
    rows: tuple[FigureRow, ...] = ()
    line: LineChart | None = None
    dots: RangeDots | None = None
    notes: tuple[str, ...] = ()


def count_row(measure: Measure, subject: str, count: int, kind: Kind) -> FigureRow:
    return FigureRow(measure, subject, publishable(Figure(count, kind), audience=Audience.STAFF))


def share_row(
    measure: Measure, subject: str, count: int, whole: int, kind: Kind, *, is_sensitive: bool = False
) -> FigureRow:
    figure = Figure(count, kind, whole, is_sensitive_group=is_sensitive)
    return FigureRow(measure, subject, publishable(figure, audience=Audience.STAFF))


def dots(rows: Sequence[FigureRow]) -> RangeDots | None:
    """Draw the shares of which something may be seen, as many as fit; their names are cut where they would not."""
    shown = [row for row in rows if row.outcome.is_shown and row.outcome.n][:ROWS_IN_A_CHART]
    labelled = [(shorten(row.subject, LONGEST_LABEL, placeholder="…"), row.outcome) for row in shown]
    return range_dots(labelled) if labelled else None
