"""What quizzes say: do people know what to do, and what do they mean to do? Per question, never added up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campagne.figures.disclosure import Audience, Figure, Kind, Reason, publishable, publishable_item
from campagne.figures.verdicts import INTENTION, UNDERSTANDING
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import ALL_QUIZZES, Answer, FigureRow, dots, intended, right_by, share_row
from campagne.measurement.dashboard.asked import BEFORE_AND_AFTER, Asked
from campagne.measurement.dashboard.hardest import UNDECIDED, asked_again, hardest, ranked, told
from campagne.measurement.dashboard.learning_in_groups import (
    ALIKE,
    DONT_KNOW,
    finished_in_groups,
    intention_in_groups,
    understanding_in_groups,
)
from campagne.measurement.dashboard.selection import Selection
from campagne.quiz.answers.results import ItemResult, attempt_counts
from campagne.quiz.questions.plan import Block

NOTHING_ANSWERED = "Er zijn nog geen antwoorden op vragen met een goed antwoord."
NOT_ONLINE = "Online zijn er nog geen antwoorden. "
NOTHING_SAID = "Er zijn nog geen antwoorden op vragen over een voornemen."
WHAT_THEY_SAY = "Per vraag staat hieronder wat mensen zeggen te gaan doen."

Place = tuple[int, Block | None]
"""A question, as its series, and where it was asked."""


@dataclass(frozen=True)
class Question:
    """The answers to a question at one moment, over all versions that may be compared; worded as in the newest."""

    stem: str
    right: int
    answers: int
    series: int = 0
    block: Block | None = None

    @property
    def asked(self) -> Asked:
        return Asked(self.series, self.stem, self.block)


def understanding(
    selection: Selection, items: Iterable[ItemResult], groups: Iterable[Mapping[str, ItemResult]] = ()
) -> Answer:
    """How many answered each question right, the hardest first; "weet ik niet" is an answer too.

    `items` is who came alone, `groups` who came to guided sessions: they are told apart, and never added up.
    """
    sight = {"is_sensitive": selection.is_sensitive, "audience": selection.audience}
    rows = right_alone(comparable(items), **sight)
    in_groups = understanding_in_groups(groups, **sight)
    every = [*rows, *in_groups]
    listed = [_finished(selection), *rows, *finished_in_groups(selection), *in_groups]
    sentence = NOT_ONLINE + what_is_known(every) if in_groups and not rows else what_is_known(every)
    return Answer(UNDERSTANDING, sentence, tuple(listed), dots=dots(every), notes=_notes(every, bool(in_groups)))


def intention(
    selection: Selection, items: Iterable[ItemResult], groups: Iterable[Mapping[str, ItemResult]] = ()
) -> Answer:
    """What people say they would do, per option; all options of a question are shown, or none."""
    first = [item for item in items if item.block is not Block.MEASURE_POST]
    alone = sorted((_options(item, selection) for item in first), key=lambda rows: not rows[0].outcome.is_shown)
    together = intention_in_groups(_first_time(groups), is_sensitive=selection.is_sensitive)
    rows = tuple(row for question in (*alone, *together) for row in question)
    notes = (*([ALIKE] if together else []), measures.INTENTIONS.caveat)
    return Answer(INTENTION, _said(alone or together), rows, dots=dots(rows), notes=notes)


def comparable(items: Iterable[ItemResult]) -> list[Question]:
    """Add up the versions of one series; another series, or another moment, stays apart."""
    right: Counter[Place] = Counter()
    answers: Counter[Place] = Counter()
    newest: dict[Place, ItemResult] = {}
    for item in sorted(items, key=lambda item: item.version.number):
        place = item.version.series_id, item.block
        right[place] += item.right
        answers[place] += item.whole
        newest[place] = item
    return [Question(item.version.stem, right[place], answers[place], *place) for place, item in newest.items()]


def right_alone(
    questions: Iterable[Question], *, is_sensitive: bool, audience: Audience = Audience.STAFF
) -> list[FigureRow]:
    """A row for each question and moment: the lowest share first, and after the explanation right behind before it."""
    rows = [_right(question, is_sensitive, audience) for question in questions]
    lowest: dict[int, tuple] = {}
    for row in rows:
        if not row.asked.is_after or row.asked.series not in lowest:
            lowest[row.asked.series] = lowest_first(row)
    return sorted(rows, key=lambda row: (lowest[row.asked.series], row.asked.series, row.asked.place))


def _finished(selection: Selection) -> FigureRow:
    period = selection.period
    attempts = attempt_counts(page_ids=selection.pages, since=period.first, until=period.last, is_guided=False)
    sight = {"is_sensitive": selection.is_sensitive, "audience": selection.audience}
    counts = (attempts.finished, attempts.begun, Kind.ATTEMPTS)
    return share_row(measures.QUIZ_FINISHED, ALL_QUIZZES, *counts, **sight)


def _right(question: Question, is_sensitive: bool, audience: Audience) -> FigureRow:
    figure = Figure(question.right, Kind.ANSWERS, question.answers, is_sensitive_group=is_sensitive)
    asked = question.asked
    return FigureRow(right_by(asked), asked.subject, publishable(figure, audience=audience), asked)


def _first_time(groups: Iterable[Mapping[str, ItemResult]]) -> list[Mapping[str, ItemResult]]:
    return [by_group for by_group in groups if next(iter(by_group.values())).block is not Block.MEASURE_POST]


def _notes(rows: Sequence[FigureRow], is_in_groups: bool) -> tuple[str, ...]:
    is_twice = any(row.asked and row.asked.when for row in rows)
    asked_twice = [BEFORE_AND_AFTER] if is_twice else []
    return (*asked_twice, *([ALIKE] if is_in_groups else []), measures.RIGHT_ANSWERS.caveat)


def _said(questions: Sequence[Sequence[FigureRow]]) -> str:
    if not questions:
        return NOTHING_SAID
    known = [rows for rows in questions if rows[0].outcome.is_shown]
    hidden = sum(str(rows[0].outcome) == Reason.RECOGNISABLE for rows in questions)
    if not known and not hidden:
        return f"Bij {_questions(len(questions))} zijn er te weinig antwoorden om te tonen."
    said = [f"Van {_questions(len(questions))} is er bij {len(known) + hidden} genoeg geantwoord."]
    if hidden:
        said.append(f"Bij {hidden} daarvan tonen we de antwoorden niet: te herkenbaar.")
    return " ".join([*said, *([WHAT_THEY_SAY] if known else [])])


def _options(item: ItemResult, selection: Selection) -> list[FigureRow]:
    """A row for each option, or one row that says why none is shown."""
    whole = item.answered + item.dont_know
    counts = {chosen.option.text: chosen.count for chosen in item.options}
    figures = [_figure(count, whole, selection, is_sensitive_item=True) for count in counts.values()]
    counts[DONT_KNOW] = item.dont_know
    figures.append(_figure(item.dont_know, whole, selection))
    outcomes = publishable_item(figures, audience=Audience.STAFF)
    asked = Asked(item.version.series_id, item.version.stem, item.block)
    return intended(asked, list(counts), outcomes)


def _figure(count: int, whole: int, selection: Selection, *, is_sensitive_item: bool = False) -> Figure:
    sensitive = {"is_sensitive_item": is_sensitive_item, "is_sensitive_group": selection.is_sensitive}
    return Figure(count, Kind.ANSWERS, whole, **sensitive)


def lowest_first(row: FigureRow) -> tuple[int, float, str]:
    """The order of shares, in which what is not shown comes last."""
    outcome = row.outcome
    if not outcome or not outcome.is_shown or not outcome.n:
        return 1, 0.0, row.subject
    return 0, outcome.count / outcome.n, row.subject


def what_is_known(rows: Sequence[FigureRow]) -> str:
    """Say of how many questions enough is known, and the hardest where that can be said."""
    every = {row.asked.series for row in rows}
    shown = [row for row in rows if row.outcome.is_shown and not row.asked.is_after]
    known = {row.asked.series for row in shown}
    if not every:
        return NOTHING_ANSWERED
    if not known:
        return f"Bij {_questions(len(every))} zijn er te weinig antwoorden."
    have = "hebben" if len(known) > 1 else "heeft"
    return f"Van {_questions(len(every))} {have} er {len(known)} genoeg antwoorden. {_hardest(rows, shown)}"


def _hardest(rows: Sequence[FigureRow], shown: Sequence[FigureRow]) -> str:
    """One question alone is told as it is, of who came alone first."""
    if len({row.asked.series for row in shown}) == 1:
        return told(shown[0].asked, shown[0].outcome, asked_again(shown[0], rows), "")
    found = hardest(ranked(shown))
    return told(found.asked, found.outcome, asked_again(found, rows), "De moeilijkste") if found else UNDECIDED


def _questions(count: int) -> str:
    return f"{count} {'vraag' if count == 1 else 'vragen'}"
