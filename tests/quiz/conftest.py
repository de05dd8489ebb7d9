"""Questions and quizzes to test with, and somebody who takes them."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client

from campagne.quiz.models import Question, Quiz, QuizPart, QuizVersion
from campagne.quiz.questions.draft import Option
from campagne.quiz.questions.edits import Change
from campagne.quiz.questions.scoring import Answer, State
from campagne.quiz.taking.answering import Taken, send_in
from campagne.quiz.taking.sitting import Sitting
from campagne.quiz.taking.submission import Submission
from campagne.quiz.taking.ticket import Ticket
from tests.afterwards import done_once_afterwards

YES, NO, MAYBE = (UUID(int=number) for number in (1, 2, 3))


def options(*right: UUID, texts=("Ja", "Nee", "Misschien")) -> list[Option]:
    keys = (YES, NO, MAYBE)
    return [
        Option(key, text, key in right, f"Geheime uitleg bij {text}") for key, text in zip(keys, texts, strict=False)
    ]


def published(stem: str = "Geeft u de code?", *, offer=None, **fields) -> Question:
    question = Question(stem=stem, explanation="Geheim: geef nooit een code.", live=False, **fields)
    question.offer(options(NO) if offer is None else offer)
    with done_once_afterwards():
        question.save()
        question.save_revision().publish()
    question.refresh_from_db()
    return question


def republished(question: Question, decide: Change | None = None, reason: str = "", by=None, **changes):
    """Publish again with these changes, as an editor who decides which kind of change it is; return the version."""
    for name, value in changes.items():
        setattr(question, name, value)
    newest = question.versions.order_by("-pk").first()
    question.change, question.change_reason, question.change_since = decide or "", reason, newest.pk
    with done_once_afterwards():
        question.save_revision(user=by).publish(user=by)
    question.refresh_from_db()
    return question.versions.order_by("-pk").first()


def quiz_of(*questions: Question, slug: str = "codes", **fields) -> Quiz:
    quiz = Quiz(title="Codes", slug=slug, **fields)
    quiz.parts = [QuizPart(question=question, sort_order=n) for n, question in enumerate(questions)]
    quiz.save()
    return quiz


@pytest.fixture
def quiz(home) -> Quiz:
    """Three questions: single choice, multiple choice, and one without right or wrong."""
    return quiz_of(
        published("Geeft u de code?"),
        published("Wat doet u?", kind="multiple", offer=options(YES, MAYBE)),
        published("Zou u het melden?", construct="meldintentie", offer=options()),
    )


def measuring_quiz(*before: Question, practice: Question, text: str = "Geef nooit een code.", **fields) -> Quiz:
    """Something to read, questions before, a lesson with one to practise, and the same questions afterwards."""
    quiz = Quiz(title="Codes", **{"slug": "meten", **fields})
    quiz.parts = [
        QuizPart(block="info", title="Welkom", text="Eerst een paar vragen.", sort_order=0),
        *(QuizPart(block="measure_pre", question=question, sort_order=n) for n, question in enumerate(before, 1)),
        QuizPart(block="info", title="De les", text=text, sort_order=20),
        QuizPart(block="practice", question=practice, sort_order=21),
        QuizPart(block="measure_post", sort_order=22),
    ]
    quiz.save()
    return quiz


def sitting_of(ticket: Ticket) -> Sitting:
    return Sitting(QuizVersion.objects.select_related("quiz").get(pk=ticket.quiz_version_id).quiz.slug, ticket)


def sent(ticket: Ticket, number: int, answer: Answer, at: datetime, submission: UUID | None = None) -> Taken:
    """Send in an answer as the site does, without a browser."""
    return send_in(sitting_of(ticket), number, lambda question: Submission(submission or uuid4(), answer), at)


def answered(*chosen: UUID) -> Answer:
    return Answer(State.ANSWERED, frozenset(chosen))


@dataclass
class Taker:
    """Somebody who takes a quiz with a browser that only follows forms and links."""

    client: Client = field(default_factory=Client)
    address: str = ""

    def start(self, quiz: Quiz, **fields) -> "Taker":
        response = self.client.post(quiz.start_url, fields)
        assert response.status_code == 303, response.status_code
        self.address = response["Location"].removesuffix("1/")
        return self

    def get(self, screen: str):
        return self.client.get(self.address + screen)

    def text(self, screen: str) -> str:
        return self.get(screen).content.decode()

    def submission(self, number: int) -> str:
        return re.search(r'name="submission" value="([0-9a-f-]{36})"', self.text(f"{number}/"))[1]

    def answer(self, number: int, *chosen: UUID, submission: str = "", **fields):
        body = {"submission": submission or str(uuid4()), "option": [str(key) for key in chosen], **fields}
        return self.client.post(f"{self.address}{number}/", body)

    def explain(self, number: int) -> str:
        return self.text(f"{number}/uitleg/")


@pytest.fixture
def taker(quiz) -> Taker:
    return Taker().start(quiz)
