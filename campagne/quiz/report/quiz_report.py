"""The results of one quiz: what it asks now, what it asked before, what people learned, and where they stop."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from campagne.figures.disclosure import Figure, Kind
from campagne.quiz.models import Quiz
from campagne.quiz.questions.plan import Block
from campagne.quiz.report.change import ChangeReport, change_report
from campagne.quiz.report.drop_off import DropOff, drop_off
from campagne.quiz.report.given import Given, Place
from campagne.quiz.report.item import ItemReport, report_item
from campagne.quiz.report.messages import MessagesReport, messages_report
from campagne.quiz.report.rest import rest_correlations
from campagne.quiz.report.words import BEGUN, of_whom, told, words


@dataclass(frozen=True)
class QuizVersionLine:
    """One version of the quiz: from when, with how many questions, and how many came to the end."""

    number: int
    created_at: datetime
    question_count: int
    begun: str
    finished: str


@dataclass(frozen=True)
class QuizReport:
    versions: tuple[QuizVersionLine, ...]
    asked_now: tuple[ItemReport, ...]
    asked_before: tuple[ItemReport, ...]
    change: ChangeReport | None
    drop_off: DropOff | None
    messages: MessagesReport | None

    @property
    def is_empty(self) -> bool:
        return not any(report.is_answered for report in (*self.asked_now, *self.asked_before))


def report_of(quiz: Quiz) -> QuizReport:
    """Report a quiz: first what it asks now, in order, then what it asked before, newest first."""
    given = Given.to(quiz)
    return QuizReport(
        versions=tuple(_versions(given)),
        asked_now=tuple(_asked_now(quiz, given)),
        asked_before=tuple(_asked_before(given)),
        change=change_report(given),
        drop_off=drop_off(given),
        messages=messages_report(given),
    )


def _asked_now(quiz: Quiz, given: Given) -> Iterator[ItemReport]:
    asked = [place for place in given.now if place.version]
    scored = [p.version for p in asked if p.block in (Block.PRACTICE, Block.MEASURE_PRE) and _is_scored(p, given)]
    rest = rest_correlations(quiz, scored)
    for place in asked:
        version = given.versions[place.version]
        yield report_item(version, place.block, given, place=place.order, rest=rest.get(place.version))


def _is_scored(place: Place, given: Given) -> bool:
    return given.versions[place.version].is_scored


def _asked_before(given: Given) -> list[ItemReport]:
    now = {(place.version, place.block) for place in given.now}
    answered = {(version, Block(block)) for version, block, _, _ in given.answers}
    before = [(given.versions[version], block) for version, block in answered - now]
    before.sort(key=lambda asked: (asked[0].published_at, asked[0].pk, asked[1]), reverse=True)
    return [report_item(version, block, given) for version, block in before]


def _versions(given: Given) -> Iterator[QuizVersionLine]:
    for version in given.quiz_versions:
        begun = given.begun([version.pk])
        finished = sum(times for (at, _, is_finished), times in given.ends.items() if is_finished and at == version.pk)
        yield QuizVersionLine(
            version.number,
            version.created_at,
            version.question_count,
            words(Figure(begun, Kind.ATTEMPTS)) if begun else "nog niet begonnen",
            of_whom(told(Figure(finished, Kind.ATTEMPTS, begun)), BEGUN) if begun else "",
        )
