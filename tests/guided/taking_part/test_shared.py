"""What comes along with the state is what everybody would have fetched from their own address."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from campagne.guided.joining.ticket import ticket_of
from campagne.guided.leading.acting import Action
from campagne.guided.models import GuidedSession
from campagne.guided.sessions.script import Kind
from campagne.guided.taking_part.shared import shared_screen
from tests.quiz.conftest import YES, options, published, quiz_of

pytestmark = pytest.mark.django_db
LIVE = re.compile(r"<live-screen.*?</live-screen>", re.DOTALL)
SUBMISSION = re.compile(r'name="submission" value="[^"]*"')


def shared(lesson) -> str | None:
    session = lesson.session
    return shared_screen(session.poll_key, session.state_version, timezone.now())


@pytest.mark.parametrize("kind", [Kind.LESSON, Kind.TOLD, Kind.QUESTION, Kind.END])
def test_it_is_what_somebody_fetches_who_did_not_answer(running, kind):
    home = ticket_of(running.participant()).url()
    running.goes_to(kind)

    own = LIVE.search(Client().get(home).content.decode())[0]

    came_along = LIVE.search(shared(running).replace("/meedoen/mee/-/", home))[0]
    assert SUBMISSION.sub("", came_along).strip() == SUBMISSION.sub("", own).strip()


def test_where_somebody_sees_something_of_their_own_nothing_comes_along(running):
    somebody = running.participant()
    at_welcome = shared(running)
    running.goes_to(Kind.QUESTION)
    running.takes(somebody, 2, YES)
    answered = shared(running)
    running.does(Action.CLOSE)

    assert [at_welcome, answered, shared(running)] == [None, None, None]


def test_a_screen_of_another_version_than_asked_for_is_not_given(running):
    session = running.session

    assert shared_screen(session.poll_key, session.state_version + 1, timezone.now()) is None


def test_a_question_to_put_in_order_brings_the_script_for_it(running):
    question = published("Wat eerst?", kind="order", offer=options())
    quiz = quiz_of(question, slug="volgorde")
    GuidedSession.objects.update(quiz_version=quiz.current_version)
    running.goes_to(Kind.QUESTION)

    assert "js/order" in shared(running)
    assert "js/listen" not in shared(running)
