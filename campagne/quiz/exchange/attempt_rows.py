"""Attempts for a file, one after the other, each with a number that exists in that file only."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models.functions import TruncDate

from campagne.quiz.answers.attempts import Response
from campagne.quiz.exchange.leaving import Leaving
from campagne.sheets.cells import Cell

AT_ONCE = 2000
FIELDS = (
    *("attempt", "day", "attempt__cluster", "attempt__quiz_version", "attempt__quiz_version__number"),
    *("attempt__finished_at", "attempt__counted_at"),
    *("question_version", "block", "rendering", "medium", "pattern", "is_counting"),
)
OF_ATTEMPT = 7


@dataclass(frozen=True)
class Given:
    """One answer as it was sent in: which version, where and in which words, on what, the pattern, if it counts."""

    version: int
    block: str
    rendering: str
    medium: str
    pattern: str
    is_counting: bool


@dataclass(frozen=True)
class AttemptRow:
    """One attempt: the cells that tell about it, the version of the quiz, and its answers in the order they came."""

    cells: tuple[Cell, ...]
    quiz_version: int
    given: tuple[Given, ...]


def attempt_rows(leaving: Leaving) -> Iterator[AttemptRow]:
    """Yield the attempts that are still there, in an order that says nothing. One query, a piece at a time."""
    given = Response.objects.filter(attempt__quiz_version__quiz=leaving.quiz)
    rows = given.annotate(day=TruncDate("attempt__started_at")).order_by("attempt", "pk").values_list(*FIELDS)
    for (_, day, cluster, quiz_version, number, finished, counted), answers in groupby(
        rows.iterator(chunk_size=AT_ONCE), key=lambda row: row[:OF_ATTEMPT]
    ):
        all_given = [Given(*answer[OF_ATTEMPT:]) for answer in answers]
        yield AttemptRow(
            cells=(
                secrets.token_hex(6),
                day if (day, leaving.groups.get(cluster)) in leaving.days else None,
                leaving.groups.get(cluster),
                number,
                max(
                    (leaving.places.get((quiz_version, g.version, g.block), 0) for g in all_given if g.is_counting),
                    default=0,
                ),
                finished is not None,
                leaving.medium_of(cluster, {given.medium for given in all_given}),
                counted is not None,
            ),
            quiz_version=quiz_version,
            given=tuple(each for each in all_given if (each.version, each.block) in leaving.allowed),
        )
