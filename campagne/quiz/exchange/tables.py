"""The files about answers: each with its header and its rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from campagne.quiz.exchange.codebook import HEADER, codebook_rows
from campagne.quiz.exchange.columns import KEPT, TIDY, names_of
from campagne.quiz.exchange.kept import kept_rows
from campagne.quiz.exchange.leaving import Leaving
from campagne.quiz.exchange.tidy import tidy_rows, wide_header, wide_rows
from campagne.sheets.cells import Cell

Table = tuple[Sequence[str], Callable[[Leaving], Iterator[Sequence[Cell]]]]

OF_ATTEMPTS = frozenset({"antwoorden", "pogingen"})


def tables_of(leaving: Leaving) -> Mapping[str, Table]:
    return {
        "antwoorden": (names_of(TIDY), tidy_rows),
        "pogingen": (wide_header(leaving), wide_rows),
        "tellingen": (names_of(KEPT), kept_rows),
        "codeboek": (HEADER, codebook_rows),
    }


def refusal_of(leaving: Leaving, name: str) -> str:
    """Say why this file is not given; empty when it is. A codebook tells nothing about anybody."""
    if name == "codeboek":
        return ""
    return leaving.refusal_of_rows if name in OF_ATTEMPTS else leaving.refusal
