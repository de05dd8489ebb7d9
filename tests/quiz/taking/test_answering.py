"""However many send the same at the same moment, it is one answer of one attempt."""

from uuid import uuid4

import pytest
from django.utils import timezone

from campagne.quiz.models import Attempt, Response
from campagne.quiz.questions.scoring import Answer
from campagne.quiz.taking.answering import Receipt, show_explanation
from campagne.quiz.taking.ticket import Ticket
from tests.quiz.at_once import at_once
from tests.quiz.conftest import NO, YES, answered, published, quiz_of, sent

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(transactional_db):
    """A ticket and the question it is for."""
    version = quiz_of(published()).current_version
    return Ticket(uuid4(), version.pk, None, timezone.now()), version.items.get().version


def sending(asked, answer: Answer, submission=None, ticket=None):
    mine, _ = asked
    number = submission or uuid4()
    return lambda: sent(ticket or mine, 1, answer, timezone.now(), number).receipt


def test_twenty_equal_posts_are_one_answer(asked):
    submission = uuid4()

    receipts = at_once(*[sending(asked, answered(NO), submission)] * 20)

    assert sorted(receipt.name for receipt in receipts) == ["CREATED", *["UNCHANGED"] * 19]
    assert Response.objects.get().choices.count() == 1
    assert Attempt.objects.count() == 1


def test_of_different_posts_under_one_id_only_one_is_kept(asked):
    submission = uuid4()

    receipts = at_once(*(sending(asked, answered(key), submission) for key in (YES, NO)))

    assert {receipt.name for receipt in receipts} == {"CREATED", "DIFFERENT"}
    assert Response.objects.count() == 1


def test_first_answers_that_race_make_one_attempt_and_one_counts(asked):
    receipts = at_once(*(sending(asked, answered(key)) for key in (YES, NO) * 5))

    assert set(receipts) == {Receipt.CREATED}
    assert Attempt.objects.count() == 1
    assert (Response.objects.count(), Response.objects.counting().count()) == (10, 1)
    assert Response.objects.counting().get() == Response.objects.order_by("-pk").first()


def test_two_attempts_cannot_share_an_id(asked):
    ticket, _ = asked
    other = Ticket(uuid4(), ticket.quiz_version_id, None, ticket.handed_out_at)
    submission = uuid4()

    receipts = at_once(*(sending(asked, answered(NO), submission, ticket=t) for t in (ticket, other)))

    assert {receipt.name for receipt in receipts} == {"CREATED", "DIFFERENT"}


def test_seeing_the_explanation_while_changing_ones_mind_leaves_one_that_counts(asked):
    ticket, version = asked
    sending(asked, answered(YES))()

    at_once(sending(asked, answered(NO)), lambda: show_explanation(ticket, version, timezone.now()))

    counting = Response.objects.counting().get()
    seen = Response.objects.filter(feedback_shown_at__isnull=False)
    assert list(seen) == [counting]
