"""Groups of the demo come, answer before and after, and are counted, by the doors that everybody uses."""

from random import Random

import pytest
from django.core.management import CommandError, call_command

from campagne.content.models import ModulePage
from campagne.demo.lessons import FEWEST, MOST, hold_lesson
from campagne.guided.models import GuidedSession, Location, Meeting
from campagne.guided.sessions.standing import State
from campagne.quiz.models import Response


@pytest.fixture
def module(demo):
    return ModulePage.objects.get(slug="klik-en-tik-veilig-online")


def test_a_group_answers_every_question_and_is_counted(module):
    held = hold_lesson(module, Location.objects.first(), Random(3))

    session = GuidedSession.objects.whole().get(pk=held.session.pk)
    questions = sum(step.asks for step in session.script)
    assert session.state == State.CLOSED
    assert FEWEST <= held.people <= MOST
    assert Response.objects.filter(attempt__cluster=session.cluster).count() == held.answers
    assert held.answers == held.people * questions
    assert list(session.meetings.values_list("headcount", flat=True)) == [held.people]


def test_the_planned_lessons_are_left_for_who_tries_the_demo(module, capsys):
    planned = set(GuidedSession.objects.values_list("pk", flat=True))

    call_command("demo_lessons", lessons=2)

    assert set(GuidedSession.objects.filter(state=State.PLANNED).values_list("pk", flat=True)) == planned
    assert Meeting.objects.exclude(headcount=None).count() == 2
    told = capsys.readouterr().out
    assert "les 2 van 2" in told
    assert told.endswith("De cijfers staan op het dashboard bij bereik en begrip.\n")


@pytest.mark.parametrize("lessons", [0, 61])
def test_a_number_that_cannot_be_is_refused(demo, lessons):
    with pytest.raises(CommandError, match="1 tot en met 60"):
        call_command("demo_lessons", lessons=lessons)


def test_a_real_region_is_left_alone(home):
    with pytest.raises(CommandError, match="alleen in een demo"):
        call_command("demo_lessons")
