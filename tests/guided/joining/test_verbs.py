from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from campagne.guided.joining.seats import make_seats
from campagne.guided.joining.ticket import taking_part_with, ticket_of
from campagne.guided.joining.verbs import CLOSED, FULL, NOT_BEGUN, PAUSED, InUse, come_in, hand_over, leave
from campagne.guided.leading.acting import Action
from campagne.guided.models import GuidedSession, Participant
from campagne.guided.sessions.script import Kind
from campagne.quiz.models import Attempt
from campagne.serving.intake.refusals import Refusal
from tests.quiz.at_once import at_once
from tests.quiz.conftest import YES

pytestmark = pytest.mark.django_db
NOW = timezone.now


@pytest.fixture
def seats(planned):
    return make_seats(planned.session, 3)


def refusal_of(*args, **kwargs) -> Refusal:
    with pytest.raises(Refusal) as refused:
        come_in(*args, **kwargs)
    return refused.value


def test_nobody_gets_in_before_between_or_after_the_meetings(planned):
    assert refusal_of(planned.session, NOW()) == NOT_BEGUN
    planned.does(Action.START, Action.PAUSE)
    assert refusal_of(planned.session, NOW()) == PAUSED
    planned.does(Action.FINISH)
    assert refusal_of(planned.session, NOW()) == CLOSED


def test_there_are_no_more_participants_than_places_at_one_meeting(running):
    GuidedSession.objects.update(places=2)
    first = come_in(running.session, NOW())
    come_in(running.session, NOW())
    leave(first, NOW())

    assert refusal_of(running.session, NOW()) == FULL
    running.does(Action.PAUSE, Action.START)
    assert come_in(running.session, NOW()).pk


def test_who_presses_twice_is_one_participant(running):
    place = uuid4()

    first, second = (come_in(running.session, NOW(), place=place) for _ in range(2))

    assert (first.pk, second.pk, Participant.objects.count()) == (place, place, 1)


def test_a_card_that_somebody_works_with_moves_only_when_asked(running, seats):
    at_first = come_in(running.session, NOW(), seats[0])
    old = ticket_of(at_first).signed()
    with pytest.raises(InUse):
        come_in(running.session, NOW(), seats[0])

    moved = come_in(running.session, NOW(), seats[0], moves=True)

    assert (moved.pk, moved.device) == (at_first.pk, 2)
    with pytest.raises(Refusal, match="ander apparaat"):
        taking_part_with(old)


def test_a_card_goes_on_with_the_same_attempt_at_the_next_meeting(running, seats):
    participant = come_in(running.session, NOW(), seats[0])
    running.goes_to(Kind.QUESTION)
    running.takes(participant, 2, YES)
    leave(participant, NOW())
    running.does(Action.PAUSE, Action.START)

    back = come_in(running.session, NOW(), seats[0])

    running.takes(back, 2, YES)
    assert (back.pk, back.left_at, Attempt.objects.count()) == (participant.pk, None, 1)


def test_who_shares_a_tablet_with_a_card_waits_for_a_turn(running, seats):
    first = come_in(running.session, NOW(), seats[0])
    second = hand_over(first, NOW(), seats[1])
    again = hand_over(second, NOW(), seats[0])

    first.refresh_from_db()
    second.refresh_from_db()
    assert (again.pk, first.is_waiting, first.left_at, second.is_waiting) == (first.pk, False, None, True)


def test_who_shares_a_tablet_without_a_card_is_ready(running):
    first = come_in(running.session, NOW())

    second = hand_over(first, NOW())

    first.refresh_from_db()
    assert first.left_at
    assert second.pk != first.pk


def test_when_the_next_one_cannot_come_in_nothing_changed(running, seats):
    here, elsewhere = come_in(running.session, NOW(), seats[0]), come_in(running.session, NOW(), seats[1])

    with pytest.raises(InUse):
        hand_over(here, NOW(), seats[1])

    assert taking_part_with(ticket_of(here).signed())[1] == here
    assert taking_part_with(ticket_of(elsewhere).signed())[1] == elsewhere


def test_a_card_of_who_was_on_paper_opens_a_tablet(running, seats):
    on_paper = running.participant(sheet=4, seat=seats[2], device=0)

    assert come_in(running.session, NOW(), seats[2]) == on_paper
    assert taking_part_with(ticket_of(Participant.objects.get()).signed())


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once(transactional_db, request):
    running = request.getfixturevalue("running")
    GuidedSession.objects.update(places=3)
    session, at = running.session, NOW() + timedelta(seconds=1)

    def try_it():
        try:
            return come_in(session, at)
        except Refusal as refusal:
            return refusal

    came = at_once(*[try_it] * 8)

    assert sum(one is FULL for one in came) == 5
    assert Participant.objects.count() == 3
