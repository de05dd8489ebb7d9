from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.forgotten import CARDS_LAST, LEFT_ALONE, end_forgotten, withdraw_old_cards
from campagne.guided.models import PresenterCard
from campagne.guided.sessions.session import OPEN_AFTER_LAST
from campagne.guided.sessions.standing import State

pytestmark = pytest.mark.django_db


def test_a_session_that_was_left_running_is_paused_and_its_code_dies(running):
    begun = running.does(Action.NEXT)
    later = timezone.now() + LEFT_ALONE + timedelta(minutes=1)

    assert end_forgotten(later - timedelta(hours=1)) == 0
    assert [end_forgotten(later), end_forgotten(later)] == [1, 0]
    session = running.session
    assert (session.state, session.code, session.step) == (State.PAUSED, "", begun.step)
    assert session.state_version == begun.state_version + 1


def test_what_is_over_for_good_is_closed(running):
    running.does(Action.PAUSE)
    later = timezone.now() + OPEN_AFTER_LAST + timedelta(hours=1)

    assert [end_forgotten(later), end_forgotten(later)] == [1, 0]
    assert running.session.is_closed


def test_a_course_that_meets_again_waits(running):
    running.does(Action.PAUSE)
    running.session.meetings.create(starts_at=timezone.now() + timedelta(days=14))

    assert end_forgotten(timezone.now() + OPEN_AFTER_LAST + timedelta(days=7)) == 0


def test_a_session_that_never_began_stays_as_it_was_planned(planned):
    assert end_forgotten(timezone.now() + timedelta(days=90)) == 0
    assert planned.session.state == State.PLANNED


def test_a_card_opens_nothing_a_month_after_its_session_closed(running):
    now = timezone.now()
    _, secret = make_card(running.session, now)
    running.does(Action.FINISH, at=now)

    assert withdraw_old_cards(now + CARDS_LAST - timedelta(hours=1)) == 0
    assert PresenterCard.objects.with_secret(secret)
    assert [withdraw_old_cards(now + CARDS_LAST + timedelta(hours=1)) for _ in range(2)] == [1, 0]
    assert PresenterCard.objects.with_secret(secret) is None
