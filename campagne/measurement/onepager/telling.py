"""The sentences of a sheet, made from the answers of the dashboard: what was found, how sure, and out of how many.

One question is one `Told`. Everything in it passed `publishable` already.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import shorten

from campagne.figures.disclosure import DEFAULT, Kind, Shown
from campagne.figures.estimates import Estimate
from campagne.figures.notation import day_label, number, of_hundred
from campagne.figures.sentences import counted
from campagne.figures.verdicts import Rung
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import Answer, FigureRow
from campagne.measurement.dashboard.asked import Asked
from campagne.measurement.dashboard.hardest import (
    UNDECIDED,
    asked_again,
    best_known,
    hardest,
    ranked,
    share_of,
    told,
)
from campagne.measurement.onepager.whole_periods import Choice

LONGEST_STEM = 110
NOT_KNOWN = "?"
LOWEST, HIGHEST = "laagste cijfer", "hoogste cijfer"
NOT_ENOUGH = "nog te weinig antwoorden"
NO_SHARE_YET = (
    f"Nog geen vraag heeft {counted(DEFAULT.percentage, Kind.ANSWERS)} of meer. Met minder zegt een aandeel te weinig."
)
WHAT_WE_SAW = "Dit is wat we konden tellen. Het echte aantal is hoger: niet ieder bezoek wordt geteld."
NO_OFFICIAL_FIGURE = "Bij dit doel hoort geen officieel cijfer. Of het doel is gehaald, kunnen we niet meten."


@dataclass(frozen=True)
class Large:
    """A number to see from afar, with its unit beside it; without a number the unit says why."""

    number: str
    unit: str


@dataclass(frozen=True)
class Question:
    """How many answered a question right, where that may be told as a share of a hundred; `again` is after a lesson."""

    asked: Asked
    outcome: Shown
    estimate: Estimate
    again: FigureRow | None = None

    @property
    def stem(self) -> str:
        return self.asked.stem

    @property
    def label(self) -> str:
        """The question with its moment, beside a drawing."""
        return short(self.asked.subject)

    def said(self, what: str) -> str:
        return told(self.asked, self.outcome, self.again, what)

    def large(self, words: str) -> Large:
        """Beside a moment there is no room for more words: the sentence below it says which question it is."""
        after = share_of(self.again) if self.again else None
        again = f", erna {of_hundred(after.value)}" if after else ""
        unit = f"goed {self.asked.when}{again}" if self.asked.when else words
        return Large(of_hundred(self.estimate.value), f"van de 100 {unit}")


@dataclass(frozen=True)
class Told:
    """A question of the ladder and its answer: large numbers, a sentence, and what goes with it."""

    rung: Rung
    sentence: str
    large: tuple[Large, ...] = ()
    more: tuple[str, ...] = ()


def reach_told(answer: Answer, choice: Choice, about: str, counted_since: date) -> Told:
    """Visits, and beside them persons who came to lessons; the two are never added.

    A period before `counted_since` is unknown, which is not the same as few.
    """
    visits = next(row for row in answer.rows if row.measure is measures.VISITS)
    persons = [_of_persons(row) for row in answer.rows if row.measure is measures.GUIDED_VISITORS]
    came = [note for note in answer.notes if note != measures.VISITS.caveat]
    sentence, large = _visits(visits, choice, about, counted_since)
    return Told(answer.rung, sentence, (large, *persons), (*_since(choice, counted_since), *came))


def questions_told(answer: Answer) -> tuple[Question, ...]:
    """The questions with the lowest and the highest share; a share of a hundred from 30 answers on only."""
    known = ranked(answer.rows)
    ends = (known[0], known[-1]) if len(known) > 1 else tuple(known)
    return tuple(
        Question(replace(row.asked, stem=short(row.asked.stem)), row.outcome, estimate, asked_again(row, answer.rows))
        for row in ends
        if row.asked and isinstance(row.outcome, Shown) and (estimate := share_of(row))
    )


def knowledge_told(answer: Answer, questions: Sequence[Question]) -> Told:
    if not questions:
        is_answered = any(row.measure is measures.RIGHT_ANSWERS for row in answer.rows)
        return Told(answer.rung, NO_SHARE_YET if is_answered else answer.sentence, (Large(NOT_KNOWN, NOT_ENOUGH),))
    if len(questions) == 1:
        return Told(
            answer.rung, questions[0].said("De enige vraag met genoeg antwoorden"), (questions[0].large("goed"),)
        )
    lowest, highest = questions
    known = ranked(answer.rows)
    is_hardest, is_best = hardest(known) is not None, best_known(known) is not None
    low, high = "moeilijkste vraag" if is_hardest else LOWEST, "best bekende vraag" if is_best else HIGHEST
    sentence = lowest.said(f"De {low}" if is_hardest else f"{UNDECIDED} Het {low}")
    large = (lowest.large(f"goed: {low}"), highest.large(f"goed: {high}"))
    return Told(answer.rung, sentence, large, (highest.said(f"{'De' if is_best else 'Het'} {high}"),))


def outcome_told(answer: Answer) -> Told:
    """How many goals have an official figure at all; the figures themselves stand in a table below it."""
    return Told(answer.rung, answer.sentence if answer.told else NO_OFFICIAL_FIGURE)


def short(stem: str) -> str:
    """A question as it fits on a sheet."""
    return shorten(stem, LONGEST_STEM, placeholder=" …")


def _visits(row: FigureRow, choice: Choice, about: str, counted_since: date) -> tuple[str, Large]:
    if isinstance(row.outcome, Shown):
        sentence = f"{choice.when} waren er {row.words} aan pagina's {about}. {WHAT_WE_SAW}"
        return sentence, Large(number(row.outcome.count), _unit(row.outcome))
    if counted_since > choice.period.last:
        began = f"Het tellen begon op {day_label(counted_since, with_year=True)}."
        return f"{choice.when} telden we nog niet. {began}", Large(NOT_KNOWN, "nog niet geteld")
    least = f"We tonen een aantal pas vanaf {counted(DEFAULT.public_traffic, Kind.VISITS)}."
    return f"{choice.when} waren er {row.words} om te tonen. {least}", Large(NOT_KNOWN, row.words)


def _since(choice: Choice, counted_since: date) -> tuple[str, ...]:
    if choice.period.first < counted_since <= choice.period.last:
        return (f"Er is geteld vanaf {day_label(counted_since, with_year=True)}.",)
    return ()


def _of_persons(row: FigureRow) -> Large:
    if not isinstance(row.outcome, Shown):
        return Large(NOT_KNOWN, f"{row.words} in begeleide lessen")
    return Large(number(row.outcome.count), f"{_unit(row.outcome)} in begeleide lessen")


def _unit(outcome: Shown) -> str:
    return outcome.kind.one if outcome.count == 1 else outcome.kind.many
