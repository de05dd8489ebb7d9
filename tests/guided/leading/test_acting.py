from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from campagne.guided.joining.guesses import MOST_REOPENINGS
from campagne.guided.leading.acting import Action, Done, act
from campagne.guided.models import GuidedSession
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.standing import Phase, State
from campagne.quiz.models import Attempt, Response
from campagne.serving.intake.refusals import Refusal
from tests.quiz.conftest import YES

pytestmark = pytest.mark.django_db


def test_a_start_freezes_the_lesson_and_gives_a_code(planned):
    session = planned.does(Action.START)

    assert (session.state, session.step, len(session.code)) == (State.RUNNING, 0, 6)
    assert None not in (session.module_revision, session.quiz_version, session.thresholds)
    assert session.may_join(timezone.now())
    assert session.meetings.get().started_at


def test_the_script_puts_the_lesson_after_what_is_measured_before(running):
    kinds = [(step.kind.value, step.block and step.block.value) for step in running.session.script]

    assert kinds == [
        ("welcome", None),
        ("told", "info"),
        *[("question", "measure_pre")] * 3,
        *[("lesson", None)] * 2,
        ("told", "info"),
        ("question", "practice"),
        *[("question", "measure_post")] * 3,
        ("look_back", None),
        ("end", None),
    ]


def test_a_doubled_click_goes_one_step(running):
    seen = running.session.state_version
    now = timezone.now()

    first, second = act(running.pk, Action.NEXT, seen, now), act(running.pk, Action.NEXT, seen, now)

    assert (first.done, second.done) == (Done.YES, Done.OUT_OF_DATE)
    assert running.session.step == second.session.step == 1


def test_an_edit_of_the_module_changes_nothing_for_a_group_that_began(running, module):
    module.steps = []
    module.save_revision().publish()

    assert len(running.session.script) == 14


def test_a_module_that_a_group_goes_through_cannot_be_thrown_away(running, module, regional_editor, client):
    client.force_login(regional_editor)

    response = client.post(reverse("wagtailadmin_pages:delete", args=[module.pk]))

    assert response.status_code == 409
    assert "nog in gebruik" in response.content.decode()
    assert len(running.session.script) == 14


def test_an_answer_counts_while_its_question_is_open(running):
    somebody = running.participant()
    running.goes_to(Kind.QUESTION)

    running.takes(somebody, 2, YES)

    attempt = Attempt.objects.get()
    assert (attempt.pk, attempt.cluster) == (somebody.pk, running.session.cluster)
    assert attempt.open_until > timezone.now() + timedelta(days=20)


def test_what_is_measured_before_is_refused_once_the_lesson_began(running):
    somebody = running.participant()
    running.goes_to(Kind.QUESTION, 2)
    running.takes(somebody, 2, YES)
    running.goes_to(Kind.LESSON, 2)

    with pytest.raises(Refusal) as refused:
        running.takes(somebody, 3, YES)

    assert refused.value.status == 409
    assert Response.objects.count() == 1


def test_who_comes_late_answers_the_question_of_now_and_is_never_wrong_for_the_rest(running):
    running.goes_to(Kind.QUESTION, 4)
    late = running.participant()

    running.takes(late, 6, YES)

    assert list(Response.objects.values_list("question_version__stem", flat=True)) == ["Om te oefenen?"]


def test_an_answer_on_its_way_counts_when_the_session_closes_and_later_it_does_not(running):
    somebody, now = running.participant(), timezone.now()
    running.goes_to(Kind.QUESTION, at=now)
    session = running.does(Action.FINISH, at=now)

    running.takes(somebody, 2, YES, at=now + timedelta(seconds=10))
    with pytest.raises(Refusal) as refused:
        running.takes(somebody, 2, YES, at=now + timedelta(seconds=20))

    assert (session.code, refused.value.status) == ("", 410)
    assert Response.objects.counting().count() == 1


def test_what_was_revealed_takes_no_answer_and_does_not_open_again(running):
    somebody = running.participant()
    running.goes_to(Kind.QUESTION, 4)
    running.does(Action.REVEAL)

    with pytest.raises(Refusal):
        running.takes(somebody, 6, YES)
    session = running.does(Action.NEXT, Action.BACK)

    assert session.phase == Phase.REVEALED


def test_a_pause_ends_the_code_and_another_day_has_another(running):
    first = running.session.code
    paused = running.does(Action.NEXT, Action.PAUSE)
    resumed = running.does(Action.START)

    assert (paused.state, paused.code) == (State.PAUSED, "")
    assert resumed.code not in ("", first)
    assert resumed.step == 1
    assert GuidedSession.objects.get().meetings.count() == 2


def test_the_door_opens_again_a_few_times_and_no_more(running):
    for _ in range(MOST_REOPENINGS):
        running.does(Action.LET_IN)

    assert act(running.pk, Action.LET_IN, running.session.state_version, timezone.now()).done is Done.NOT_NOW
