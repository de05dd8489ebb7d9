"""The tidy file, one row per answer that could be chosen, and the wide file, one row per attempt."""

from collections.abc import Iterator
from typing import Any

from campagne.quiz.exchange.attempt_rows import AttemptRow, Given, attempt_rows
from campagne.quiz.exchange.columns import NO_ANSWER, NOT_APPLICABLE, WIDE, names_of
from campagne.quiz.exchange.leaving import Leaving, code_of
from campagne.quiz.models import OptionVersion, QuestionVersion
from campagne.quiz.pattern import THEN, options_in
from campagne.quiz.plan import Block
from campagne.quiz.results import marks_of
from campagne.quiz.scoring import State
from campagne.sheets.cells import Cell


def tidy_rows(leaving: Leaving) -> Iterator[list[Cell]]:
    """Yield the rows of `columns.TIDY`."""
    for attempt in attempt_rows(leaving):
        for number, given in enumerate(attempt.given, start=1):
            yield from _options(leaving, attempt, given, number)


def _options(leaving: Leaving, attempt: AttemptRow, given: Given, number: int) -> Iterator[list[Cell]]:
    version = leaving.versions[given.version]
    chosen = options_in(given.pattern)
    state = given.pattern if given.pattern in (State.DONT_KNOW, State.SKIPPED) else State.ANSWERED.value
    about: list[Cell] = [
        *attempt.cells,
        leaving.quiz.slug,
        *question_cells(version, given.block),
        leaving.places.get((attempt.quiz_version, given.version, given.block)),
        version.construct,
        version.kind,
        given.rendering,
        number,
        state,
        given.is_counting,
        mark_of(version, given.block, given.pattern),
    ]
    for option in version.options.all():
        is_chosen = option.order in chosen
        put_on = chosen.index(option.order) + 1 if is_chosen and THEN in given.pattern else NOT_APPLICABLE
        yield [*about, option.order, str(option.key), option.text, _is_right(version, option), int(is_chosen), put_on]


def wide_header(leaving: Leaving) -> list[str]:
    """The names of `columns.WIDE`, and two more for each question that may leave."""
    codes = (f"{block}_{code_of(leaving.versions[version])}" for version, block in leaving.asked)
    return [*names_of(WIDE), *(f"{code}_{what}" for code in codes for what in ("antwoord", "goed"))]


def wide_rows(leaving: Leaving) -> Iterator[list[Cell]]:
    for attempt in attempt_rows(leaving):
        patterns = {(given.version, given.block): given.pattern for given in attempt.given if given.is_counting}
        cells = (_answer(leaving, asked, patterns.get(asked)) for asked in leaving.asked)
        yield [*attempt.cells, *(cell for pair in cells for cell in pair)]


def _answer(leaving: Leaving, asked: tuple[int, str], pattern: str | None) -> tuple[Cell, Cell]:
    if pattern is None:
        return NO_ANSWER, NOT_APPLICABLE
    version, block = asked
    return pattern, mark_of(leaving.versions[version], block, pattern)


def question_cells(version: QuestionVersion, block: str) -> list[Cell]:
    """The cells of `columns.OF_QUESTION`."""
    return [block, version.series_id, version.number, code_of(version)]


def mark_of(version: QuestionVersion, block: str, pattern: str) -> Any:
    """Whether an answer is right by the key of now, or that there is nothing to mark."""
    is_right = None if block == Block.VOTE else marks_of(version, [pattern])[pattern]
    return NOT_APPLICABLE if is_right is None else is_right


def _is_right(version: QuestionVersion, option: OptionVersion) -> Any:
    return option.is_right if version.is_scored else NOT_APPLICABLE
