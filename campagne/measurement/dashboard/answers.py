"""What a question of the ladder gets as an answer: a sentence, figures that may be seen, a drawing and a caveat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from campagne.figures.charts import LineChart, RangeDots, range_dots
from campagne.figures.disclosure import Audience, Figure, Kind, Outcome, Shown, publishable
from campagne.figures.sentences import in_words
from campagne.figures.verdicts import Rung
from campagne.measurement import measures
from campagne.measurement.dashboard.asked import Asked
from campagne.measurement.dashboard.parts import Part, Series
from campagne.measurement.measures import Measure

ALL_PAGES, ALL_QUIZZES = "alle pagina's samen", "alle quizzen samen"
ROWS_IN_A_CHART = 12
LONGEST_LABEL = 84
NOT_FILLED_IN = "nog niet ingevuld"


@dataclass(frozen=True)
class FigureRow:
    """One figure in a table and in the export: of which measure, about what, and how much; None is not filled in.

    `asked` is the question it is about, if it is about one.
    """

    measure: Measure
    subject: str
    outcome: Outcome | None
    asked: Asked | None = None

    @property
    def words(self) -> str:
        return NOT_FILLED_IN if self.outcome is None else in_words(self.outcome)


@dataclass(frozen=True)
class OfficialRow:
    """One figure that others published, as they published it; `share` is a fraction with its bounds, if it is one.

    `measure` bears the name, unit, caveat and source of its indicator; `about` says what of the selection it follows.
    `first` and `last` are its own days, not those of the selection; None is not entered.
    """

    measure: Measure
    subject: str
    words: str
    about: str
    first: date | None = None
    last: date | None = None
    count: int | None = None
    n: int | None = None
    share: tuple[float | None, float | None, float | None] | None = None


@dataclass(frozen=True)
class Answer:
    """What a rung says for a selection. Without a figure, the sentence says why; `told` are more sentences.

    `series` is the line as a table; `parts` are tables below it with a sentence of their own.
    """

    rung: Rung
    sentence: str
    rows: tuple[FigureRow | OfficialRow, ...] = ()
    line: LineChart | None = None
    series: Series | None = None
    dots: RangeDots | None = None
    notes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def count_row(
    measure: Measure, subject: str, count: int, kind: Kind, *, audience: Audience = Audience.STAFF
) -> FigureRow:
    return FigureRow(measure, subject, publishable(Figure(count, kind), audience=audience))


def share_row(
    measure: Measure,
    subject: str,
    count: int,
    whole: int,
    kind: Kind,
    *,
    is_sensitive: bool = False,
    audience: Audience = Audience.STAFF,
) -> FigureRow:
    figure = Figure(count, kind, whole, is_sensitive_group=is_sensitive)
    return FigureRow(measure, subject, publishable(figure, audience=audience))


def right_by(asked: Asked) -> Measure:
    """What is asked again after the explanation is another measure."""
    return measures.RIGHT_AFTER if asked.is_after else measures.RIGHT_ANSWERS


def intended(asked: Asked, options: Sequence[str], outcomes: Sequence[Outcome]) -> list[FigureRow]:
    """A row for each option, or one row that says why none is shown."""
    if not outcomes[0].is_shown:
        return [FigureRow(measures.INTENTIONS, asked.subject, outcomes[0], asked)]
    chosen = [replace(asked, option=option) for option in options]
    return [
        FigureRow(measures.INTENTIONS, each.subject, outcome, each)
        for each, outcome in zip(chosen, outcomes, strict=True)
    ]


def dots(rows: Sequence[FigureRow]) -> RangeDots | None:
    """Draw the shares that have a range, as many as fit; their names are cut where they would not."""
    drawn = [(row.subject, row.outcome) for row in rows if isinstance(row.outcome, Shown) and row.outcome.estimate]
    shown = drawn[:ROWS_IN_A_CHART]
    labelled = [(shorten(subject, LONGEST_LABEL, placeholder="…"), outcome) for subject, outcome in shown]
    return range_dots(labelled) if labelled else None
