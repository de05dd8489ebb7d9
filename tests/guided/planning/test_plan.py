from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.models import GuidedSession, SeatCard
from campagne.guided.planning.plan import (
    Moved,
    Plan,
    begin_now,
    change_session,
    drop_session,
    may_drop,
    move_meetings,
    plan_sessions,
)
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.session import OPEN_AFTER_LAST
from campagne.quiz.models import Attempt
from tests.quiz.conftest import YES

pytestmark = pytest.mark.django_db


def test_every_group_gets_a_session_of_its_own_with_all_meetings(ours, module):
    now = timezone.now()
    moments = [now + timedelta(days=days) for days in (7, 0, 14)]

    made = plan_sessions(Plan(ours.location, module, moments, form="course", groups=3), ours.coordinator)

    assert [session.group_name for session in made] == ["groep 1", "groep 2", "groep 3"]
    assert len({session.cluster for session in made}) == 3
    assert [[meeting.starts_at for meeting in session.meetings.all()] for session in made] == [sorted(moments)] * 3


def test_pressing_begin_twice_begins_one_session(ours, module):
    now = timezone.now()

    first = begin_now(ours.location, module, ours.guide, now)
    again = begin_now(ours.location, module, ours.guide, now + timedelta(seconds=5))
    other = begin_now(ours.location, module, ours.coordinator, now + timedelta(seconds=5))

    assert first == again != other
    assert first.is_running
    assert first in GuidedSession.objects.led_by(ours.guide)
    assert first.meetings.get().started_at == now


def test_a_change_never_touches_a_group_that_began_meanwhile(planned, library):
    stale = GuidedSession.objects.get(pk=planned.pk)
    stale.group_name, stale.form, stale.state_version, stale.step = "dinsdag", "course", 0, 0
    planned.does(Action.START, Action.NEXT)

    assert not change_session(stale, [], [])

    now = planned.session
    assert (now.group_name, now.form) == ("dinsdag", "walk_in")
    assert (now.state, now.step, now.state_version) == ("running", 1, 2)


def test_a_later_meeting_keeps_the_answers_of_the_group_open(running):
    somebody = running.participant()
    running.goes_to(Kind.QUESTION)
    running.takes(somebody, 2, YES)
    later = timezone.now() + timedelta(days=40)

    move_meetings(running.session, [Moved(None, later)])

    assert Attempt.objects.get().open_until == later + OPEN_AFTER_LAST


def test_what_was_held_is_neither_moved_nor_dropped(running):
    held = running.session.meetings.get()
    later = timezone.now() + timedelta(days=4)

    move_meetings(running.session, [Moved(held, None), Moved(held, later)])

    assert running.session.meetings.get().starts_at == held.starts_at


def test_a_session_goes_only_while_nothing_was_done_with_it(planned):
    SeatCard.objects.create(session=planned.session, number=1, picture="appel", words="rode appel", digits="00000")
    assert may_drop(planned.session)
    planned.does(Action.START)

    assert not drop_session(planned.session)
    assert GuidedSession.objects.filter(pk=planned.pk).exists()


def test_a_session_that_was_never_held_goes_with_its_cards(planned):
    SeatCard.objects.create(session=planned.session, number=1, picture="appel", words="rode appel", digits="00000")

    assert drop_session(planned.session)
    assert not GuidedSession.objects.exists()
    assert not SeatCard.objects.exists()
