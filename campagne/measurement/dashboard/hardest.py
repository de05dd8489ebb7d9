"""Which question is the hardest or the best known, where that can be said at all.

A share of a hundred needs 30 answers, and a superlative a difference with every other question that excludes 0. What
was asked again after the explanation is no rival: it is the same question, with the answer told.
"""

from collections.abc import Iterable, Sequence

from campagne.figures.disclosure import Outcome, Shown
from campagne.figures.estimates import Estimate, difference
from campagne.figures.sentences import in_words
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import FigureRow, OfficialRow
from campagne.measurement.dashboard.asked import Asked, upper_first

UNDECIDED = "Welke vraag het moeilijkst is, is nog niet te zeggen."


def ranked(rows: Iterable[FigureRow | OfficialRow]) -> list[FigureRow]:
    """The questions with a share of a hundred, the lowest first."""
    found = [row for row in rows if isinstance(row, FigureRow) and row.measure is measures.RIGHT_ANSWERS]
    return sorted((row for row in found if row.asked and share_of(row)), key=_value)


def hardest(rows: Sequence[FigureRow]) -> FigureRow | None:
    """The first of what is ranked, if it stands out; None also where there is no other question."""
    return rows[0] if rows and _stands_out(rows[0], rows) else None


def best_known(rows: Sequence[FigureRow]) -> FigureRow | None:
    """The last of what is ranked, if it stands out."""
    return rows[-1] if rows and _stands_out(rows[-1], rows) else None


def share_of(row: FigureRow) -> Estimate | None:
    """The share of a hundred of a row, if it has enough answers for one."""
    return row.outcome.estimate if isinstance(row.outcome, Shown) and row.outcome.has_percentage else None


def asked_again(row: FigureRow, rows: Iterable[FigureRow | OfficialRow]) -> FigureRow | None:
    """The same question to the same people after the explanation, if that may be seen."""
    return next((other for other in rows if isinstance(other, FigureRow) and _is_again(row, other)), None)


def told(asked: Asked, outcome: Outcome, again: FigureRow | None, what: str) -> str:
    """Say how many had it right, and how many after the explanation, where that is known."""
    introduced = upper_first(asked.introduced(what))
    sentence = f"{introduced and f'{introduced}: '}‘{asked.stem}’ Goed: {in_words(outcome)}."
    if again is None or again.asked is None:
        return sentence
    return f"{sentence} {upper_first(again.asked.when)}: {again.words}."


def _stands_out(row: FigureRow, rows: Iterable[FigureRow]) -> bool:
    others = [other for other in rows if _series(other) != _series(row)]
    return bool(others) and all(_differ(row, other) for other in others)


def _differ(row: FigureRow, other: FigureRow) -> bool:
    one, two = share_of(row), share_of(other)
    if one is None or two is None:
        return False
    between = difference(one, two)
    return between.low > 0 or between.high < 0


def _is_again(row: FigureRow, other: FigureRow) -> bool:
    if row.asked is None or other.asked is None or not row.asked.is_before or not other.asked.is_after:
        return False
    is_same = row.asked.series == other.asked.series and row.asked.is_of_groups == other.asked.is_of_groups
    return is_same and isinstance(other.outcome, Shown)


def _series(row: FigureRow) -> int | None:
    return row.asked.series if row.asked else None


def _value(row: FigureRow) -> float:
    estimate = share_of(row)
    return estimate.value if estimate else 0.0
