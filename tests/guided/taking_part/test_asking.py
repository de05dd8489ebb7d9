import pytest
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.sessions.script import Kind
from campagne.guided.taking_part.asking import asked
from campagne.guided.taking_part.presence import Presence, presence_of
from campagne.quiz.models import QuizPart
from campagne.serving.intake.refusals import Refusal
from tests.quiz.conftest import YES, options, published, quiz_of

pytestmark = pytest.mark.django_db


def test_everybody_in_the_room_gets_the_answers_in_the_same_order(library, planned):
    question = published("Wat eerst?", kind="order", offer=options())
    quiz = quiz_of(slug="volgorde")
    quiz.parts = [QuizPart(block="practice", question=question)]
    quiz.save()
    session = planned.session
    session.quiz_version = quiz.current_version

    orders = {tuple(choice.value for choice in asked(session, 1).form.choices) for _ in range(3)}

    assert len(orders) == 1


@pytest.mark.parametrize("place", [0, 1, 99], ids=["before the first", "read, not asked", "after the last"])
def test_where_nothing_is_asked_there_is_no_question(running, place):
    with pytest.raises(Refusal):
        asked(running.session, place)


def test_who_is_in_and_who_answered_are_counted(running):
    here, left, on_paper = running.participant(), running.participant(), running.participant(sheet=1, device=0)
    running.goes_to(Kind.QUESTION)
    for participant in (here, left, on_paper):
        running.takes(participant, 2, YES)
    left.left_at = left.joined_at
    left.save()
    running.participant()

    assert presence_of(running.session) == Presence(present=2, answered=1)


def test_nobody_answered_where_nothing_is_asked(running):
    running.participant()

    assert presence_of(running.session) == Presence(present=1, answered=0)


def test_who_came_to_an_earlier_meeting_is_in_again_once_the_screen_is_open(running):
    participant = running.participant()
    running.does(Action.PAUSE, Action.START)
    assert presence_of(running.session).present == 0

    participant.came_at = timezone.now()
    participant.save()

    assert presence_of(running.session).present == 1
