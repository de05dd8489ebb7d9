"""Which answer of a quiz that measures counts, and what saving one costs."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campagne.quiz.models import Attempt, Response
from campagne.quiz.questions.plan import Block
from tests.quiz.conftest import NO, YES
from tests.quiz.measured import (
    AFTER,
    BEFORE,
    LESSON,
    PRACTICE,
    STEMS,
    answer_all,
    beginning,
    number_of,
    through_the_lesson,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def taker(home):
    return beginning(home)


def test_before_the_lesson_the_last_answer_counts_and_after_it_the_first(taker):
    code = number_of(taker, STEMS[0], BEFORE)
    answer_all(taker, BEFORE, YES)
    taker.answer(code, NO)
    taker.text("vooraf/")
    taker.get(f"{LESSON}/")
    taker.answer(code, YES)

    assert "Wat u eerst antwoordde, telt" in taker.text(f"{code}/")
    kept = Response.objects.filter(question_version__stem=STEMS[0]).order_by("pk")
    assert [(one.pattern, one.is_counting) for one in kept] == [("1", False), ("2", True), ("1", False)]


def test_afterwards_the_last_answer_counts_until_what_is_right_was_told(taker):
    through_the_lesson(taker)
    answer_all(taker, AFTER, YES)
    code = number_of(taker, STEMS[0], AFTER)
    taker.answer(code, NO)
    taker.client.post(f"{taker.address}achteraf/")
    taker.answer(code, YES)

    assert "Wat u daarvoor antwoordde, telt" in taker.text(f"{code}/")
    kept = Response.objects.filter(question_version__stem=STEMS[0], block=Block.MEASURE_POST.value).order_by("pk")
    assert [(one.pattern, one.is_counting) for one in kept] == [("1", False), ("2", True), ("1", False)]


def test_closing_twice_keeps_the_first_moments(taker):
    through_the_lesson(taker)
    answer_all(taker, AFTER, NO)
    taker.client.post(f"{taker.address}achteraf/")
    first = Attempt.objects.values("pre_closed_at", "post_closed_at").get()

    taker.get(f"{LESSON}/")
    taker.client.post(f"{taker.address}achteraf/")
    taker.client.post(f"{taker.address}klaar/")

    assert Attempt.objects.values("pre_closed_at", "post_closed_at").get() == first


def test_a_post_sent_again_after_closing_is_still_one_answer(taker):
    submission = taker.submission(2)
    answer_all(taker, BEFORE[1:], YES)
    taker.answer(2, NO, submission=submission)
    taker.get(f"{LESSON}/")

    again, other = (taker.answer(2, key, submission=submission) for key in (NO, YES))

    assert (again.status_code, other.status_code) == (303, 409)
    assert Response.objects.count() == 3


def test_an_attempt_that_was_left_is_never_wrong(taker):
    taker.answer(2, YES)

    counting = Response.objects.counting()

    assert counting.count() == 1
    assert Attempt.objects.get().finished_at is None


def queries(taker, call) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        call()
    return [query["sql"] for query in captured if re.match(r"(SELECT|INSERT|UPDATE|DELETE)", query["sql"])]


@pytest.mark.parametrize(
    ("number", "opens"),
    [
        pytest.param(2, 1, id="before"),
        pytest.param(PRACTICE, LESSON, id="practice"),
        pytest.param(AFTER[0], LESSON, id="afterwards"),
    ],
)
def test_an_answer_takes_at_most_six_queries_in_one_transaction(taker, number, opens):
    if number > LESSON:
        answer_all(taker, BEFORE, YES)
    taker.get(f"{opens}/")
    again = "11111111-1111-4111-8111-111111111111"

    first = queries(taker, lambda: taker.answer(number, state="dont_know"))
    changed = queries(taker, lambda: taker.answer(number, NO, submission=again))
    repeated = queries(taker, lambda: taker.answer(number, NO, submission=again))

    assert Response.objects.filter(submission=again, is_counting=True).exists()
    assert len(first) <= 6, first
    assert len(changed) <= 6, changed
    assert len(repeated) <= 3, repeated
