"""A few counted days and answers to look at."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from campagne.measurement.models import DayAct, DayPage
from campagne.measurement.months import rebuild_month
from campagne.measurement.periods import first_of_month


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def count():
    """Write counters as the consumer leaves them, day and month together: `count(page, day, views=3, visits=1)`."""

    def write(page, day: date, **counts: int) -> None:
        DayPage.objects.create(day=day, page_id=page.pk, revision_id=page.live_revision_id or 1, **counts)
        rebuild_month(first_of_month(day))

    return write


@pytest.fixture
def count_act():
    def write(page, day: date, act: str, subject: str = "", times: int = 1) -> None:
        DayAct.objects.create(day=day, page_id=page.pk, act=act, subject=subject, count=times)
        rebuild_month(first_of_month(day))

    return write


@pytest.fixture
def published_question(home):
    """A question with one right answer: `published_question("Wat doet u?", construct="kennis")`."""
    from campagne.quiz.models import Question
    from campagne.quiz.questions.draft import Option

    def publish(stem: str, **fields) -> Question:
        question = Question(stem=stem, **fields)
        question.offer([Option(uuid4(), "ophangen", is_right=True), Option(uuid4(), "betalen")])
        question.save()
        question.save_revision().publish()
        return question

    return publish


@pytest.fixture
def answer(home):
    """Answer a question so many times right and wrong, each in an attempt of its own, on a page."""
    from campagne.quiz.models import Attempt, Quiz, QuizPart, Response, ResponseChoice

    def give(
        question, *, right: int = 0, wrong: int = 0, page=None, days_ago: int = 0, block: str = "practice"
    ) -> None:
        quiz, _ = Quiz.objects.get_or_create(slug=f"quiz-{question.pk}", defaults={"title": "Quiz"})
        QuizPart.objects.get_or_create(quiz=quiz, question=question)
        version, at = quiz.renew_version(), timezone.now() - timedelta(days=days_ago)
        asked = question.versions.order_by("-pk").first()
        options = {option.is_right: option for option in asked.options.all()}
        is_scored = asked.is_scored
        for is_right in [True] * right + [False] * wrong:
            attempt = Attempt.objects.create(quiz_version=version, page=page, started_at=at)
            chosen = options.get(is_right) or asked.options.all()[0 if is_right else 1]
            response = Response.objects.create(
                attempt=attempt,
                question_version=asked,
                block=block,
                submission=uuid4(),
                state="answered",
                pattern=str(chosen.order),
                is_right=is_right if is_scored else None,
                is_counting=True,
                answered_at=at,
            )
            ResponseChoice.objects.create(response=response, option=chosen)

    return give
