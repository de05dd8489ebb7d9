"""Many answers are marked by the database exactly as one is by the rule."""

from itertools import permutations

import pytest

from campagne.quiz.models import Response
from tests.quiz.conftest import MAYBE, NO, YES, Taker, options, published, quiz_of

pytestmark = pytest.mark.django_db

ORDERS = list(permutations([YES, NO, MAYBE]))


@pytest.fixture
def in_every_order(home):
    """A question whose right order is yes, no, maybe; six people answered it, each in another order."""
    quiz = quiz_of(published("Wat doet u eerst?", kind="order", offer=options()))
    for keys in ORDERS:
        Taker().start(quiz).answer(1, *keys)
    return Response.objects.order_by("pk")


def test_only_the_right_order_is_right(in_every_order):
    assert [response.is_right for response in in_every_order] == [True, *[False] * 5]
    assert [response.answer().in_order for response in in_every_order] == ORDERS
    assert not in_every_order.mismarked().exists()
    assert in_every_order.mark_again() == 0


def test_wrong_marks_of_orders_are_found_and_mended(in_every_order):
    in_every_order.filter(is_right=True).update(is_right=None)
    in_every_order.filter(is_right=False).update(is_right=True)

    assert in_every_order.mismarked().count() == 6
    assert in_every_order.mark_again() == 6
    assert [response.is_right for response in in_every_order] == [True, *[False] * 5]
