"""Reading and knowing beside each other, per theme and group: two rungs, each with its own whole, never one number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campagne.figures.disclosure import Kind
from campagne.figures.intervals import between
from campagne.figures.reach import Counted, reach_per_group
from campagne.figures.sentences import briefly
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import FigureRow, share_row
from campagne.measurement.dashboard.learning import comparable, lowest_first, right_alone
from campagne.measurement.dashboard.learning_in_groups import understanding_in_groups
from campagne.measurement.dashboard.subjects import Label, Subject
from campagne.quiz.answers.results import ItemResult

SELF_SELECTION = (
    "Wie een quiz invult, kiest daar zelf voor. Wie leest en wie invult, zijn niet dezelfde mensen. "
    "Het ene cijfer verklaart het andere dus niet."
)
NO_ANSWERS, NOT_READ = "nog geen antwoorden", "nog geen weergaven"


@dataclass(frozen=True)
class Given:
    """What was counted of one theme and group: cells, answers of who came alone, and of groups by cluster."""

    cells: Sequence[Counted]
    alone: Sequence[ItemResult]
    in_groups: Sequence[Mapping[str, ItemResult]]

    @property
    def is_nothing(self) -> bool:
        return not (any(cell.views for cell in self.cells) or self.alone or self.in_groups)


@dataclass(frozen=True)
class Pair:
    """One theme and group on a line. `read` is None where nothing was shown; the rows are one for each question."""

    theme: str
    subject: Subject
    read: FigureRow | None
    alone: tuple[FigureRow, ...]
    in_groups: tuple[FigureRow, ...]

    @property
    def name(self) -> str:
        return f"{self.theme}, {self.subject.label.name}"

    @property
    def visits_in_words(self) -> str:
        return between(self.subject.certain, self.subject.possible)

    @property
    def questions(self) -> list[tuple[FigureRow, str]]:
        """Every question with who answered it."""
        return [*((row, "alleen") for row in self.alone), *((row, "in lessen") for row in self.in_groups)]

    @property
    def read_in_words(self) -> str:
        return self.read.words if self.read else NOT_READ

    @property
    def alone_in_short(self) -> str:
        return in_short(self.alone)

    @property
    def in_groups_in_short(self) -> str:
        return in_short(self.in_groups)

    @property
    def can_be_read_together(self) -> bool:
        """Whether there is something to see on both sides."""
        shown = any(row.outcome and row.outcome.is_shown for row in (*self.alone, *self.in_groups))
        return shown and self.read is not None


def pair_of(theme: str, label: Label, given: Given) -> Pair:
    """Tell of one theme and group; small numbers of answers are withheld, question by question."""
    views, reads = (sum(getattr(cell, name) for cell in given.cells) for name in ("views", "reads"))
    return Pair(
        theme=theme,
        subject=Subject(label, reach_per_group(given.cells).get(label.pk, Subject(label).visits)),
        read=share_row(measures.READS, label.name, reads, views, Kind.VIEWS) if views else None,
        alone=tuple(right_alone(comparable(given.alone), is_sensitive=label.is_sensitive)),
        in_groups=tuple(understanding_in_groups(given.in_groups, is_sensitive=label.is_sensitive)),
    )


def in_short(rows: Sequence[FigureRow]) -> str:
    """Say the lowest and the highest share, before and after a lesson apart; questions are never added up."""
    every, shown = _series(rows), [row for row in rows if row.outcome and row.outcome.is_shown]
    if not rows:
        return NO_ANSWERS
    if not shown:
        return f"{_questions(len(every))}: {rows[0].words}"
    moments = dict.fromkeys(_when(row) for row in sorted(shown, key=_place))
    ends = "; ".join(_ends(when, [row for row in shown if _when(row) == when]) for when in moments)
    few = len(every - _series(shown))
    return f"{_questions(len(every))}, {ends}" + (f"; bij {few} te weinig antwoorden" if few else "")


def summary(pairs: Iterable[Pair], possible: int) -> str:
    """Say in how many places the two can be laid side by side."""
    together = sum(pair.can_be_read_together for pair in pairs)
    if not together:
        return "Er is nog geen thema en doelgroep waar we lezen en weten naast elkaar kunnen zetten."
    combinations = f"Bij {together} van de {possible} combinaties van thema en doelgroep"
    return f"{combinations} kunnen we lezen en weten naast elkaar zetten."


def for_groups(items: Iterable[Mapping[str, ItemResult]], clusters: frozenset[str]) -> list[dict[str, ItemResult]]:
    """Keep the groups of these clusters alone."""
    kept = ({cluster: item for cluster, item in item_by.items() if cluster in clusters} for item_by in items)
    return [found for found in kept if found]


def _ends(when: str, rows: Sequence[FigureRow]) -> str:
    ordered = sorted(rows, key=lowest_first)
    ends = dict.fromkeys(briefly(row.outcome) for row in (ordered[0], ordered[-1]) if row.outcome)
    return f"goed{when and ' '}{when}: {' tot '.join(ends)}"


def _series(rows: Iterable[FigureRow]) -> set[int]:
    return {row.asked.series for row in rows if row.asked}


def _when(row: FigureRow) -> str:
    return row.asked.when if row.asked else ""


def _place(row: FigureRow) -> int:
    return row.asked.place if row.asked else 0


def _questions(count: int) -> str:
    return f"{count} {'vraag' if count == 1 else 'vragen'}"
