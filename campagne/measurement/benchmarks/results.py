"""How long do the results of 100,000 answers take, against those of 1,000? Counts are kept, not recounted."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from time import perf_counter
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.region import founded_region
from campagne.quiz.answers.attempts import Attempt, Response, ResponseChoice
from campagne.quiz.answers.counting import count
from campagne.quiz.models import Question, QuestionVersion, Quiz, QuizPart, QuizVersion
from campagne.quiz.questions.draft import Option
from campagne.quiz.questions.versions import OptionVersion

FEW, MANY = 1_000, 100_000
QUESTIONS, OPTIONS = 10, 4
DAYS = 60
TIMES = 15
TARGET = 2.0
ATTEMPTS_AT_ONCE = 500


def run(tell: Callable[[str], object]) -> Outcome:
    tell("Een lege regio wordt klaargezet …")
    with founded_region() as client:
        quizzes, at = [write_quiz(answers) for answers in (FEW, MANY)], timezone.now()
        for quiz, answers in zip(quizzes, (FEW, MANY), strict=True):
            fill(quiz, answers, at, tell)
        tell(f"{count(at)} pogingen geteld")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        few, many = seconds_to_show(client, quizzes)
    return Outcome(
        lines=(
            f"{FEW} antwoorden: {few * 1000:.0f} ms.",
            f"{MANY} antwoorden over {DAYS} dagen: {many * 1000:.0f} ms.",
            f"Verhouding: {many / few:.2f} (gevraagd: minder dan {TARGET}).",
        ),
        is_reached=many / few < TARGET,
    )


def seconds_to_show(client: Client, quizzes: Sequence[Quiz]) -> list[float]:
    """The quickest of the times for each, in turn, so that other work on the machine does not count."""
    taken: list[list[float]] = [[] for _ in quizzes]
    for _ in range(TIMES):
        for quiz, times in zip(quizzes, taken, strict=True):
            began = perf_counter()
            answer = client.get(reverse("wagtailsnippets_quiz_quiz:results", args=[quiz.pk]))
            times.append(perf_counter() - began)
            if answer.status_code != 200:
                raise RuntimeError(f"the results answered {answer.status_code}; expected 200")
    return [min(times) for times in taken]


def write_quiz(number: int, *, questions: int = QUESTIONS) -> Quiz:
    """A quiz of questions with four answers, of which the first is right."""
    quiz = Quiz(title=f"Quiz {number}", slug=f"quiz-{number}")
    parts = []
    for place in range(questions):
        question = Question(stem=f"Vraag {place} van quiz {number}?", construct="kennis", kind="single", live=False)
        question.offer([Option(uuid4(), f"Antwoord {n}", is_right=n == 0) for n in range(OPTIONS)])
        question.save()
        question.save_revision().publish()
        parts.append(QuizPart(question=question, sort_order=place))
    quiz.parts = parts
    quiz.save()
    return quiz


def fill(quiz: Quiz, answers: int, at: datetime, tell: Callable[[str], object], *, days: int = DAYS) -> None:
    """Write attempts that are over, with an answer to each question, on as many days as there are."""
    version, chance = quiz.current_version, Random(answers)
    started = (at - timedelta(days=1 + n % days, hours=2) for n in range(answers // version.question_count))
    written = 0
    while some := list(islice(_attempts(version, started), ATTEMPTS_AT_ONCE)):
        _answer(version, Attempt.objects.bulk_create(some), chance)
        written += len(some) * version.question_count
        if written % 25_000 == 0:
            tell(f"  antwoorden: {written} van {answers}")


def _attempts(version: QuizVersion, started: Iterator[datetime]) -> Iterator[Attempt]:
    for moment in started:
        yield Attempt(quiz_version=version, started_at=moment, finished_at=moment)


def _answer(version: QuizVersion, attempts: list[Attempt], chance: Random) -> None:
    asked = [(item.version, list(item.version.options.all())) for item in version.items.select_related("version")]
    responses, chosen = [], []
    for attempt in attempts:
        for question, options in asked:
            option = chance.choices(options, [6, 2, 1, 1])[0]
            chosen.append(option)
            responses.append(answered(attempt, question, option))
    made = Response.objects.bulk_create(responses)
    choices = (ResponseChoice(response=response, option=option) for response, option in zip(made, chosen, strict=True))
    ResponseChoice.objects.bulk_create(choices)


def answered(attempt: Attempt, question: QuestionVersion, option: OptionVersion) -> Response:
    """The answer with one option, not saved yet."""
    return Response(
        attempt=attempt,
        question_version=question,
        submission=uuid4(),
        state="answered",
        pattern=str(option.order),
        is_right=option.is_right,
        is_counting=True,
        answered_at=attempt.started_at,
    )
