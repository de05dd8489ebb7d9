"""What would become of each quiz that somebody brings in, once it is known what becomes of the questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from campagne.contacts.models import ReportChannel
from campagne.quiz.exchange import pack
from campagne.quiz.exchange.arriving import Arrival
from campagne.quiz.exchange.bundle import Bundle
from campagne.quiz.exchange.carried import Carried, Line
from campagne.quiz.models import Question, Quiz
from campagne.quiz.questions.plan import Block
from doelgroepen.models import Municipality, Theme

NOT_KEPT = "Oude versies van een quiz horen bij antwoorden die hier niet zijn. Ze blijven in het bestand."


@dataclass(frozen=True)
class QuizArrival:
    """One quiz with its line in the report, and the parts that come along."""

    quiz: pack.Quiz
    line: Line
    parts: tuple[pack.Part, ...] = ()


def quiz_arrivals_of(bundle: Bundle, arrivals: Sequence[Arrival], owner: Municipality | None) -> Iterator[QuizArrival]:
    there = {each.entry.packed.number: each.there for each in arrivals if each.entry.packed}
    carried = {
        each.entry.packed.number for each in arrivals if each.entry.packed and each.line.carried is not Carried.NOT
    }
    for place, quiz in enumerate(bundle.quizzes, start=1):
        where, parts = f"Quiz {place}", tuple(_parts(quiz, carried))
        if why := _not_kept(quiz):
            yield QuizArrival(quiz, Line(where, quiz.title, Carried.NOT, (why,)))
        elif _is_there(quiz, parts, there, owner):
            note = "Er verandert niets: een quiz met deze titel en deze vragen is er al."
            yield QuizArrival(quiz, Line(where, quiz.title, Carried.THERE, (note,)))
        else:
            line = Line.of(where, quiz.title, tuple(_notes(quiz, parts, owner)), tuple(_hints(parts, there)))
            yield QuizArrival(quiz, line, parts)


def _parts(quiz: pack.Quiz, carried: set[int]) -> Iterator[pack.Part]:
    """The parts whose question comes along; what the database would refuse, such as a question twice, is left out."""
    asked, repeats = set(), 0
    for part in quiz.parts:
        repeats += part.block is Block.MEASURE_POST
        fits = part.question in carried - asked if part.block.has_question else part.question is None
        if fits and not (part.block is Block.MEASURE_POST and repeats > 1):
            asked.add(part.question)
            yield part


def _is_there(quiz: pack.Quiz, parts, there: dict[int, int | None], owner: Municipality | None) -> bool:
    asked = [there.get(part.question) for part in parts if part.question is not None]
    if None in asked or any(number <= 0 for number in asked):
        return False
    for same in Quiz.objects.filter(title=quiz.title, municipality=owner):
        if sorted(same.parts.exclude(question=None).values_list("question", flat=True)) == sorted(asked):
            return True
    return False


def _notes(quiz: pack.Quiz, parts, owner: Municipality | None) -> Iterator[str]:
    if lost := len(quiz.parts) - len(parts):
        yield "Eén onderdeel van de quiz gaat niet mee." if lost == 1 else f"{lost} onderdelen gaan niet mee."
    if quiz.versions:
        yield NOT_KEPT
    if quiz.theme and not Theme.objects.filter(slug=quiz.theme).exists():
        yield f"Het thema ‘{quiz.theme}’ is er hier niet."
    known = set(ReportChannel.objects.offered_in(owner).values_list("slug", flat=True))
    for slug in sorted(set(quiz.channels) - known):
        yield f"Het meldpunt ‘{slug}’ is er hier niet."
    if Quiz.objects.filter(slug=quiz.slug).exists():
        yield f"Het adres ‘{quiz.slug}’ is al in gebruik. De quiz krijgt een ander adres."


def _hints(parts, there: dict[int, int | None]) -> Iterator[str]:
    """A quiz has no draft of its own: it asks whatever of it is published."""
    known = {there.get(part.question) for part in parts} - {None}
    if Question.objects.filter(pk__in=known, live=True).exists():
        yield "Vragen hiervan zijn hier al gepubliceerd. Die stelt de quiz meteen."


def _not_kept(quiz: pack.Quiz) -> str:
    try:
        Quiz(title=quiz.title, slug=quiz.slug, introduction=quiz.introduction).clean_fields()
        if any(len(part.title) > 120 or "\0" in part.title + part.text for part in quiz.parts):
            return "Een kop in deze quiz is te lang."
    except ValidationError as error:
        return f"Dit kunnen we niet bewaren: {' '.join(error.messages)}"
    return ""
