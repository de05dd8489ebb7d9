"""The sentences of a sheet, made from the answers of the dashboard: what was found, how sure, and out of how many.

One question is one `Told`. Everything in it passed `publishable` already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from campagne.figures.disclosure import DEFAULT, Kind, Shown
from campagne.figures.estimates import Estimate
from campagne.figures.notation import day_label, number, of_hundred
from campagne.figures.sentences import counted, in_words
from campagne.figures.verdicts import Rung
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import Answer, FigureRow
from campagne.measurement.onepager.whole_periods import Choice

LONGEST_STEM = 110
NOT_KNOWN = "?"
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
    """How many answered a question right, where that may be told as a share of a hundred."""

    stem: str
    outcome: Shown
    estimate: Estimate

    def said(self, what: str) -> str:
        return f"{what}: ‘{self.stem}’ Goed: {in_words(self.outcome)}."

    def large(self, words: str) -> Large:
        return Large(of_hundred(self.estimate.value), f"van de 100 {words}")


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
    """The hardest and the best known question; a share of a hundred from 30 answers on only."""
    found = [row for row in answer.rows if row.measure is measures.RIGHT_ANSWERS and isinstance(row.outcome, Shown)]
    known = [
        Question(short(row.subject), row.outcome, row.outcome.estimate) for row in found if row.outcome.has_percentage
    ]
    known.sort(key=lambda question: question.estimate.value)
    return (known[0], known[-1]) if len(known) > 1 else tuple(known)


def knowledge_told(answer: Answer, questions: Sequence[Question]) -> Told:
    if not questions:
        is_answered = any(row.measure is measures.RIGHT_ANSWERS for row in answer.rows)
        return Told(answer.rung, NO_SHARE_YET if is_answered else answer.sentence, (Large(NOT_KNOWN, NOT_ENOUGH),))
    if len(questions) == 1:
        return Told(
            answer.rung, questions[0].said("De enige vraag met genoeg antwoorden"), (questions[0].large("goed"),)
        )
    hardest, best = questions
    large = (hardest.large("goed: moeilijkste vraag"), best.large("goed: best bekende vraag"))
    return Told(answer.rung, hardest.said("De moeilijkste vraag"), large, (best.said("De best bekende vraag"),))


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
