"""The columns of the report: what each is called, what is in it and by what it is sorted. Without a database."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from campagne.content.coaching.rows import Row
from campagne.figures.notation import number
from campagne.sheets.cells import Cell

NOT_TESTED = "nog niet getest"


@dataclass(frozen=True)
class Column:
    """`order` is by what rows are sorted, what asks for attention first; None goes last."""

    name: str
    label: str
    shown: Callable[[Row], str]
    order: Callable[[Row], Any]
    exported: Callable[[Row], Cell]


def _mean(row: Row) -> float | None:
    return row.reading.own.words_a_sentence


def _easy_mean(row: Row) -> float | None:
    return row.reading.easy.words_a_sentence if row.reading.easy else None


def _shown(value: float | None, decimals: int = 0) -> str:
    return "–" if value is None else number(value, decimals)


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _tested(row: Row) -> str:
    if not row.tested_with:
        return NOT_TESTED
    return f"met {row.tested_with}" + (f", {row.tested_on:%d-%m-%Y}" if row.tested_on else "")


def _easy_state(row: Row) -> str:
    if row.reading.easy is None:
        return "geen"
    return f"bron gewijzigd op {row.stale_since:%d-%m-%Y}" if row.stale_since else "bij"


def _over_norm(row: Row) -> float | None:
    """By how many words a sentence is over what it may be on average, the lowest for what is furthest over."""
    mean = _mean(row)
    return None if mean is None else row.reading.norm.average - mean


COLUMNS = (
    Column("pagina", "Pagina", lambda row: row.title, lambda row: row.title.casefold(), lambda row: row.title),
    Column("gemeente", "Gemeente", lambda row: row.place, lambda row: row.place, lambda row: row.place),
    Column(
        "zinnen",
        "Woorden per zin",
        lambda row: f"{_shown(_mean(row), 1)} van {row.reading.norm.average}",
        _over_norm,
        lambda row: _rounded(_mean(row)),
    ),
    Column(
        "makkelijk",
        "In makkelijke tekst",
        lambda row: _shown(_easy_mean(row), 1),
        lambda row: _negative(_easy_mean(row)),
        lambda row: _rounded(_easy_mean(row)),
    ),
    Column(
        "lang",
        "Lange zinnen",
        lambda row: str(row.long_sentences),
        lambda row: -row.long_sentences,
        lambda row: row.long_sentences,
    ),
    Column(
        "woorden",
        "Moeilijke woorden",
        lambda row: ", ".join(row.hard_words) or "–",
        lambda row: -len(row.hard_words),
        lambda row: ", ".join(row.hard_words),
    ),
    Column(
        "flesch",
        "Flesch-Douma",
        lambda row: _shown(row.reading.own.flesch_douma),
        lambda row: row.reading.own.flesch_douma,
        lambda row: _rounded(row.reading.own.flesch_douma),
    ),
    Column(
        "leesindex",
        "Leesindex A",
        lambda row: _shown(row.reading.own.leesindex_a),
        lambda row: row.reading.own.leesindex_a,
        lambda row: _rounded(row.reading.own.leesindex_a),
    ),
    Column(
        "bij",
        "Makkelijke tekst",
        _easy_state,
        lambda row: row.stale_since or (date.max if row.reading.easy else None),
        _easy_state,
    ),
    Column("getest", "Getest met de doelgroep", _tested, lambda row: bool(row.tested_with), _tested),
)
BY_NAME = {column.name: column for column in COLUMNS}
FIRST = "lang"


def in_order(rows: Iterable[Row], name: str, *, backwards: bool = False) -> list[Row]:
    """Sort rows by a column, and by title where that says nothing; what is unknown goes last in both directions."""
    column = BY_NAME.get(name, BY_NAME[FIRST])
    titled = sorted(rows, key=lambda row: row.title.casefold())
    known = [row for row in titled if column.order(row) is not None]
    known.sort(key=column.order, reverse=backwards)
    return known + [row for row in titled if column.order(row) is None]


def exported(row: Row) -> list[Cell]:
    """A line of the file: all columns, what it was measured against, and whether it is a draft."""
    cells = [column.exported(row) for column in COLUMNS]
    return [*cells, row.reading.norm.average, "concept" if row.is_draft else "gepubliceerd"]


HEADER = [*(column.label for column in COLUMNS), "Norm: woorden per zin", "Staat"]
