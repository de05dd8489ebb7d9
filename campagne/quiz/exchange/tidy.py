"""The tidy file, one row per answer that could be chosen, and the wide file, one row per attempt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from campagne.quiz.answers.results import marks_of
from campagne.quiz.exchange.attempt_rows import AttemptRow, Given, attempt_rows
from campagne.quiz.exchange.columns import NO_ANSWER, NOT_APPLICABLE, WIDE, names_of
from campagne.quiz.exchange.leaving import Leaving, code_of
from campagne.quiz.models import OptionVersion, QuestionVersion
from campagne.quiz.questions.pattern import THEN, options_in
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import State
from campagne.sheets.cells import Cell


@dataclass(frozen=True)
class _Told:
    """What is the same for every answer like this: about the question, the state, the mark, and each option."""

    question: list[Cell]
    kind: list[Cell]
    state: str
    mark: Cell
    options: list[list[Cell]]


def tidy_rows(leaving: Leaving) -> Iterator[list[Cell]]:
    """Yield the rows of `columns.TIDY`."""
    told: dict[tuple[int, str, str], _Told] = {}
    for attempt in attempt_rows(leaving):
        for number, given in enumerate(attempt.given, start=1):
            like = (given.version, given.block, given.pattern)
            if like not in told:
                told[like] = _told(leaving.versions[given.version], given)
            yield from _options(leaving, attempt, given, number, told[like])


def _told(version: QuestionVersion, given: Given) -> _Told:
    is_state = given.pattern in (State.DONT_KNOW, State.SKIPPED)
    return _Told(
        question=question_cells(version, given.block),
        kind=[version.construct, version.kind],
        state=given.pattern if is_state else State.ANSWERED.value,
        mark=mark_of(version, given.block, given.pattern),
        options=[_option(version, option, given.pattern) for option in version.options.all()],
    )


def _option(version: QuestionVersion, option: OptionVersion, pattern: str) -> list[Cell]:
    chosen = options_in(pattern)
    is_chosen = option.order in chosen
    put_on = chosen.index(option.order) + 1 if is_chosen and THEN in pattern else NOT_APPLICABLE
    return [option.order, str(option.key), option.text, _is_right(version, option), int(is_chosen), put_on]


def _options(leaving: Leaving, attempt: AttemptRow, given: Given, number: int, told: _Told) -> Iterator[list[Cell]]:
    about: list[Cell] = [
        *attempt.cells,
        leaving.quiz.slug,
        *told.question,
        leaving.places.get((attempt.quiz_version, given.version, given.block)),
        *told.kind,
        given.rendering,
        number,
        told.state,
        given.is_counting,
        told.mark,
    ]
    yield from ([*about, *option] for option in told.options)


def wide_header(leaving: Leaving) -> list[str]:
    """The names of `columns.WIDE`, and two more for each question that may leave."""
    codes = (f"{block}_{code_of(leaving.versions[version])}" for version, block in leaving.asked)
    return [*names_of(WIDE), *(f"{code}_{what}" for code in codes for what in ("antwoord", "goed"))]


def wide_rows(leaving: Leaving) -> Iterator[list[Cell]]:
    """Yield the rows below `wide_header`."""
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
