"""What quizzes say: do people know what to do, and what do they mean to do? Per question, never added up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campagne.figures.disclosure import Audience, Figure, Kind, publishable_item
from campagne.figures.sentences import in_words
from campagne.figures.verdicts import INTENTION, UNDERSTANDING
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import ALL_QUIZZES, Answer, FigureRow, dots, share_row
from campagne.measurement.dashboard.learning_in_groups import (
    ALIKE,
    DONT_KNOW,
    ONLY_IN_GROUPS,
    finished_in_groups,
    intention_in_groups,
    understanding_in_groups,
)
from campagne.measurement.dashboard.selection import Selection
from campagne.quiz.answers.results import ItemResult, attempt_counts

NOTHING_ANSWERED = "Er zijn nog geen antwoorden op vragen met een goed antwoord."
NOTHING_SAID = "Er zijn nog geen antwoorden op vragen over een voornemen."
WHAT_THEY_SAY = "Per vraag staat hieronder wat mensen zeggen te gaan doen."


@dataclass(frozen=True)
class Question:
    """The answers to a question over all versions that may be compared; worded as in the newest."""

    stem: str
    right: int
    answers: int


def understanding(
    selection: Selection, items: Iterable[ItemResult], groups: Iterable[Mapping[str, ItemResult]] = ()
) -> Answer:
    """How many answered each question right, the hardest first; "weet ik niet" is an answer too.

    `items` is who came alone, `groups` who came to guided sessions: they are told apart, and never added up.
    """
    finished = _finished(selection)
    rows = sorted((_right(question, selection) for question in comparable(items)), key=_hardest_first)
    known = [row for row in rows if row.outcome.is_shown]
    sight = {"is_sensitive": selection.is_sensitive, "audience": selection.audience}
    in_groups = understanding_in_groups(groups, **sight)
    told = [finished, *rows, *finished_in_groups(selection), *in_groups]
    notes = (*([ALIKE] if in_groups else []), measures.RIGHT_ANSWERS.caveat)
    sentence = _hardest(rows, known) if rows or not in_groups else ONLY_IN_GROUPS
    return Answer(UNDERSTANDING, sentence, tuple(told), dots=dots([*known, *in_groups]), notes=notes)


def intention(
    selection: Selection, items: Iterable[ItemResult], groups: Iterable[Mapping[str, ItemResult]] = ()
) -> Answer:
    """What people say they would do, per option; all options of a question are shown, or none."""
    alone = sorted((_options(item, selection) for item in items), key=lambda rows: not rows[0].outcome.is_shown)
    together = intention_in_groups(groups, is_sensitive=selection.is_sensitive)
    rows = tuple(row for question in (*alone, *together) for row in question)
    notes = (*([ALIKE] if together else []), measures.INTENTIONS.caveat)
    return Answer(INTENTION, _said(alone or together), rows, dots=dots(rows), notes=notes)


def comparable(items: Iterable[ItemResult]) -> list[Question]:
    """Add up the versions of one series; another series asks something else and stays apart."""
    right: Counter[int] = Counter()
    answers: Counter[int] = Counter()
    newest: dict[int, ItemResult] = {}
    for item in sorted(items, key=lambda item: item.version.number):
        series = item.version.series_id
        right[series] += item.right
        answers[series] += item.answered + item.dont_know
        newest[series] = item
    return [Question(item.version.stem, right[series], answers[series]) for series, item in newest.items()]


def _finished(selection: Selection) -> FigureRow:
    period = selection.period
    attempts = attempt_counts(page_ids=selection.pages, since=period.first, until=period.last, is_guided=False)
    sight = {"is_sensitive": selection.is_sensitive, "audience": selection.audience}
    counts = (attempts.finished, attempts.begun, Kind.ATTEMPTS)
    return share_row(measures.QUIZ_FINISHED, ALL_QUIZZES, *counts, **sight)


def _right(question: Question, selection: Selection) -> FigureRow:
    counts = (question.right, question.answers, Kind.ANSWERS)
    sight = {"is_sensitive": selection.is_sensitive, "audience": selection.audience}
    return share_row(measures.RIGHT_ANSWERS, question.stem, *counts, **sight)


def _said(questions: Sequence[Sequence[FigureRow]]) -> str:
    if not questions:
        return NOTHING_SAID
    known = [rows for rows in questions if rows[0].outcome.is_shown]
    if not known:
        return f"Bij {_questions(len(questions))} zijn er te weinig antwoorden om te tonen."
    return f"Van {_questions(len(questions))} is er bij {len(known)} genoeg geantwoord. {WHAT_THEY_SAY}"


def _options(item: ItemResult, selection: Selection) -> list[FigureRow]:
    """A row for each option, or one row that says why none is shown."""
    whole = item.answered + item.dont_know
    counts = {chosen.option.text: chosen.count for chosen in item.options}
    figures = [_figure(count, whole, selection, is_sensitive_item=True) for count in counts.values()]
    counts[DONT_KNOW] = item.dont_know
    figures.append(_figure(item.dont_know, whole, selection))
    outcomes = publishable_item(figures, audience=Audience.STAFF)
    if not outcomes[0].is_shown:
        return [FigureRow(measures.INTENTIONS, item.version.stem, outcomes[0])]
    return [
        FigureRow(measures.INTENTIONS, f"{item.version.stem} {text}", outcome)
        for text, outcome in zip(counts, outcomes, strict=True)
    ]


def _figure(count: int, whole: int, selection: Selection, *, is_sensitive_item: bool = False) -> Figure:
    sensitive = {"is_sensitive_item": is_sensitive_item, "is_sensitive_group": selection.is_sensitive}
    return Figure(count, Kind.ANSWERS, whole, **sensitive)


def _hardest_first(row: FigureRow) -> tuple:
    return (0, row.outcome.count / row.outcome.n, row.subject) if row.outcome.is_shown else (1, 0.0, row.subject)


def _hardest(rows: Sequence[FigureRow], known: Sequence[FigureRow]) -> str:
    if not rows:
        return NOTHING_ANSWERED
    if not known:
        return f"Bij {_questions(len(rows))} zijn er te weinig antwoorden."
    enough = f"Van {_questions(len(rows))} {'hebben' if len(known) > 1 else 'heeft'} er {len(known)} genoeg antwoorden."
    return f"{enough} De moeilijkste: ‘{known[0].subject}’ Goed: {in_words(known[0].outcome)}."


def _questions(count: int) -> str:
    return f"{count} {'vraag' if count == 1 else 'vragen'}"
