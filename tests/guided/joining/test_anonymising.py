from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from campagne.guided.joining import anonymising
from campagne.guided.joining.anonymising import Forgotten, forget, forget_some
from campagne.guided.leading.acting import Action
from campagne.guided.models import Participant, SeatCard
from campagne.guided.sessions.script import Kind
from campagne.quiz.answers.anonymising import anonymise, days_kept
from campagne.quiz.answers.counting import count
from campagne.quiz.models import Attempt, ItemCount
from tests.quiz.conftest import YES

pytestmark = pytest.mark.django_db


@pytest.fixture
def led(running):
    """A session that is over: one who answered on a seat card, one who only looked, and a card nobody used."""
    session, now = running.session, timezone.now()
    used, _ = (
        SeatCard.objects.create(session=session, number=number, picture="fiets", words="w", digits=digits)
        for number, digits in ((1, "01236"), (2, "12340"))
    )
    somebody = running.participant(seat=used, joined_at=now)
    running.participant(joined_at=now)
    running.goes_to(Kind.QUESTION, at=now)
    running.takes(somebody, 2, YES, at=now)
    running.does(Action.FINISH, at=now)
    return running


def left() -> tuple[int, int]:
    return Participant.objects.count(), SeatCard.objects.count()


def test_who_took_part_goes_with_the_answers_and_the_counts_stay(led):
    later = timezone.now() + timedelta(days=days_kept(), hours=1)

    assert forget(later) == Forgotten(participants=1, seats=1)  # Nothing of the one who answered is counted yet.
    count(later)
    anonymise(later)
    assert forget(later) == Forgotten(participants=1, seats=1)
    assert (left(), Attempt.objects.count()) == ((0, 0), 0)
    assert ItemCount.objects.get().cluster == led.session.cluster
    assert forget(later) == Forgotten(0, 0)


def test_nobody_is_forgotten_before_that(led):
    assert forget(timezone.now() + timedelta(days=days_kept(), hours=-1)) == Forgotten(0, 0)


def test_who_takes_a_course_is_known_until_it_is_over(running):
    running.participant(joined_at=timezone.now() - timedelta(days=40))
    running.does(Action.PAUSE)

    assert forget(timezone.now()) == Forgotten(0, 0)
    running.does(Action.FINISH)
    assert forget(timezone.now()) == Forgotten(participants=1, seats=0)


def test_the_clock_goes_on_where_it_stopped(running, monkeypatch):
    monkeypatch.setattr(anonymising, "AT_A_TIME", 2)
    monkeypatch.setattr(anonymising, "PER_RUN", 4)
    for _ in range(7):
        running.participant(joined_at=timezone.now())
    running.does(Action.FINISH)
    later = timezone.now() + timedelta(days=days_kept() + 1)

    assert [forget_some(later) for _ in range(3)] == [4, 3, 0]


def test_one_command_does_it_for_the_quiz_and_for_groups(running):
    running.participant(joined_at=timezone.now() - timedelta(days=40))
    running.does(Action.FINISH)
    said = StringIO()

    call_command("anonymise", stdout=said)

    assert "1 deelnemers en 0 plaatskaarten" in said.getvalue()
    assert "Er zijn geen pogingen" in said.getvalue()
