"""Twenty browsers send the same to the running route at the same moment: one answer, and a kind reply to each."""

from collections import Counter
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from campagne.quiz.models import Attempt, QuizPart, Response
from campagne.quiz.questions.plan import Block
from tests.quiz.at_once import at_once
from tests.quiz.conftest import MAYBE, NO, YES, Taker, measuring_quiz, options, published, quiz_of

pytestmark = pytest.mark.django_db(transaction=True)
STATEMENTS = {"SELECT", "INSERT", "UPDATE", "DELETE"}


def sending(taker: Taker, number: int, body: dict):
    def send():
        response = Client().post(f"{taker.address}{number}/", body)
        return response.status_code, response.headers.get("Location", "")

    return send


def test_twenty_equal_posts_are_one_answer_and_all_go_on(transactional_db):
    taker = Taker().start(quiz_of(published()))
    body = {"submission": str(uuid4()), "option": str(NO)}

    replies = at_once(*[sending(taker, 1, body)] * 20)

    assert Counter(replies) == {(303, f"{taker.address}1/uitleg/"): 20}
    assert (Attempt.objects.count(), Response.objects.count()) == (1, 1)
    assert Response.objects.get().choices.count() == 1


@pytest.mark.parametrize("block", ["practice", "vote"])
def test_an_answer_is_one_transaction_of_at_most_six_queries(transactional_db, block):
    question = published(construct="meldintentie", offer=options(), kind="multiple")
    quiz = quiz_of(slug="een")
    quiz.parts = [QuizPart(block=block, question=question)]
    quiz.save()
    taker = Taker().start(quiz)
    costs = []

    for chosen in ((YES, NO), (NO, MAYBE)):
        with CaptureQueriesContext(connection) as captured:
            taker.answer(1, *chosen)
        ran = [query["sql"].split()[0] for query in captured]
        costs.append((sum(word in STATEMENTS for word in ran), ran.count("COMMIT")))

    assert [commits for _, commits in costs] == [1, 1]
    assert max(queries for queries, _ in costs) <= 6, costs


def test_of_different_posts_under_one_id_one_is_kept_and_the_others_hear_so(transactional_db):
    taker = Taker().start(quiz_of(published()))
    submission = str(uuid4())
    bodies = [{"submission": submission, "option": str(key)} for key in (YES, NO)] * 5

    replies = at_once(*(sending(taker, 1, body) for body in bodies))

    assert Counter(status for status, _ in replies) == {303: 5, 409: 5}
    assert Response.objects.count() == 1


def test_two_tabs_that_answer_the_last_question_before_the_lesson_leave_one_that_counts(transactional_db):
    taker = Taker().start(measuring_quiz(published("Eén?"), practice=published("Oefenen?")))
    bodies = [{"submission": str(uuid4()), "option": str(key)} for key in (YES, NO)] * 3
    bodies = [{**body, "submission": str(uuid4())} for body in bodies]

    def go_on():
        return Client().get(f"{taker.address}3/").status_code, ""

    at_once(*(sending(taker, 2, body) for body in bodies), go_on)

    counting = Response.objects.counting().get()
    assert counting.block == Block.MEASURE_PRE.value
    assert Response.objects.count() == 6


def test_throwing_away_while_answering_leaves_a_whole_answer_or_none(transactional_db):
    taker = Taker().start(quiz_of(published()))
    taker.answer(1, YES)
    bodies = [{"submission": str(uuid4()), "option": str(NO)} for _ in range(4)]

    def throw_away():
        return Client().post(f"{taker.address}stoppen/").status_code, ""

    replies = at_once(*(sending(taker, 1, body) for body in bodies), throw_away)

    assert {status for status, _ in replies} == {303}
    assert all(response.choices.count() == 1 for response in Response.objects.all())
    assert Response.objects.counting().count() == min(1, Response.objects.count())
