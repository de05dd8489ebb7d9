"""The kept counts of a quiz as rows: with the tidy file they give every figure, also when attempts are gone."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Sum

from campagne.quiz.answers.selection import Selection
from campagne.quiz.exchange.columns import NOT_APPLICABLE
from campagne.quiz.exchange.leaving import Leaving
from campagne.quiz.exchange.tidy import mark_of, question_cells
from campagne.quiz.questions.plan import Block
from campagne.sheets.cells import Cell

NO = NOT_APPLICABLE


def kept_rows(leaving: Leaving) -> Iterator[list[Cell]]:
    """Yield the rows of `columns.KEPT`: no day and no page."""
    selection = Selection(quizzes=[leaving.quiz])
    together = Counter[tuple[Cell, ...]]()
    for rows in (_answers, _changes, _attempts):
        for *row, times in rows(leaving, selection):
            together[tuple(row)] += times  # Groups that have no code are one.
    yield from ([*row, times] for row, times in together.items())


def _answers(leaving: Leaving, selection: Selection) -> Iterator[list[Cell]]:
    names = ("cluster", "version", "block", "rendering", "medium", "pattern")
    rows = selection.kept_answers().values_list(*names).annotate(times=Sum("count")).order_by(*names)
    for cluster, pk, block, rendering, medium, pattern, times in rows:
        if (pk, block) in leaving.allowed:
            version = leaving.versions[pk]
            mark = mark_of(version, block, pattern)
            group = leaving.groups.get(cluster)
            about = ["antwoord", group, NO, *question_cells(version, block), rendering]
            about.append(leaving.medium_of(cluster, {medium}))
            yield [*about, pattern, NO, mark, NO, NO, NO, times]


def _changes(leaving: Leaving, selection: Selection) -> Iterator[list[Cell]]:
    """A change may leave when both measurements may."""
    names = ("cluster", "version", "before", "after")
    rows = selection.kept_changes().values_list(*names).annotate(times=Sum("count")).order_by(*names)
    pre, post = Block.MEASURE_PRE.value, Block.MEASURE_POST.value
    for cluster, pk, before, after, times in rows:
        if {(pk, pre), (pk, post)} <= leaving.allowed:
            version = leaving.versions[pk]
            marks = [mark_of(version, block, pattern) for block, pattern in ((pre, before), (post, after))]
            about = ["verandering", leaving.groups.get(cluster), NO, *question_cells(version, pre), NO, NO]
            yield [*about, before, after, *marks, NO, NO, times]


def _attempts(leaving: Leaving, selection: Selection) -> Iterator[list[Cell]]:
    names = ("cluster", "quiz_version__number", "furthest", "is_finished")
    rows = selection.kept_attempts().values_list(*names).annotate(times=Sum("count")).order_by(*names)
    for cluster, number, furthest, is_finished, times in rows:
        yield ["pogingen", leaving.groups.get(cluster), number, *[NO] * 10, furthest, is_finished, times]
