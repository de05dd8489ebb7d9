"""Thirty people answer at the same moment, and nothing of it goes wrong."""

from collections import Counter
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.sessions.script import Kind
from campagne.guided.taking_part.presence import Presence, presence_of
from campagne.quiz.models import Attempt, Response
from tests.guided.taking_part.browser import Browser
from tests.quiz.at_once import at_once
from tests.quiz.conftest import NO, YES

pytestmark = pytest.mark.django_db(transaction=True)
FIRST = 2


@pytest.fixture
def room(transactional_db, request) -> list[Browser]:
    running = request.getfixturevalue("running")
    running.goes_to(Kind.QUESTION)
    return [Browser(running.participant()) for _ in range(30)]


def sending(browser: Browser, *chosen):
    address, body = f"{browser.address}vraag/{FIRST}/", {"submission": str(uuid4()), "option": [str(c) for c in chosen]}
    return lambda: Client().post(address, body).status_code


def test_thirty_answers_at_the_same_moment_are_all_kept_once(room):
    sends = [sending(browser, YES) for browser in room]

    assert Counter(at_once(*sends)) == {303: 30}
    assert Counter(at_once(*sends)) == {303: 30}

    session = room[0].participant.session
    assert (Attempt.objects.count(), Response.objects.count()) == (30, 30)
    assert presence_of(session.__class__.objects.whole().get(pk=session.pk)) == Presence(30, 30)


def test_who_is_told_that_an_answer_is_kept_finds_it_also_while_the_group_goes_on(room, running):
    """Each answer came before the presenter went on, within the grace after it, or was refused; none is half kept."""
    session = running.session

    def go_on():
        return act(session.pk, Action.NEXT, session.state_version, timezone.now()).done

    *statuses, done = at_once(*(sending(browser, NO) for browser in room[:12]), go_on)

    assert done is Done.YES
    assert Counter(statuses) == {303: 12}
    assert Response.objects.counting().count() == 12
