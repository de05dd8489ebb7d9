"""What a participant sees and sends, at each step of the session."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from campagne.guided.joining.seats import make_seats
from campagne.guided.joining.ticket import ticket_of
from campagne.guided.leading.acting import Action
from campagne.guided.models import GuidedSession, Participant
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.standing import GRACE
from campagne.guided.taking_part.answers import sitting_of
from campagne.quiz.models import Attempt, QuizPart, Response
from campagne.quiz.questions.rendering import Rendering
from campagne.quiz.questions.scoring import Answer, State
from campagne.quiz.taking.answering import send_in
from campagne.quiz.taking.submission import Submission
from tests.guided.taking_part.browser import Browser
from tests.quiz.conftest import MAYBE, NO, YES, options, published

pytestmark = pytest.mark.django_db
FIRST, PRACTICE = 2, 6


@pytest.fixture
def somebody(running) -> Browser:
    return Browser(running.participant(came_at=None))


def test_the_screen_follows_the_group_from_welcome_to_the_end(running, somebody):
    seen = []
    for _ in running.session.script:
        seen.append(somebody.heading())
        if running.session.step < len(running.session.script) - 1:
            running.does(Action.NEXT)
    running.does(Action.PAUSE)
    seen.append(somebody.heading())
    running.does(Action.FINISH)
    seen.append(somebody.heading())

    assert seen == [
        "U doet mee",
        "Welkom",
        "Mag de code?",
        "Belt de bank?",
        "Bent u zeker?",
        "Hang op",
        "Bel zelf",
        "De les",
        "Om te oefenen?",
        "Mag de code?",
        "Belt de bank?",
        "Bent u zeker?",
        "Een ogenblik",
        "Dit was de les",
        "Tot de volgende keer",
        "De les is afgelopen",
    ]
    somebody.participant.refresh_from_db()
    assert somebody.participant.came_at


def test_an_answer_is_kept_can_be_changed_and_then_is_closed(running, somebody):
    running.goes_to(Kind.QUESTION)

    sent = somebody.sends(FIRST, YES)
    assert (sent.status_code, sent["Location"]) == (303, somebody.address)
    assert somebody.heading() == "Uw antwoord is bewaard"
    assert "<strong>Ja</strong>" in somebody.text()
    assert f'value="{YES}" checked' in somebody.text(f"vraag/{FIRST}/")
    somebody.sends(FIRST, NO)
    assert "<strong>Nee</strong>" in somebody.text()
    running.does(Action.CLOSE)

    assert somebody.heading() == "Deze vraag is dicht"
    assert somebody.get(f"vraag/{FIRST}/").status_code == 303
    assert Response.objects.counting().count() == 1


def test_nothing_chosen_and_two_answers_under_one_id_are_told_kindly(running, somebody):
    running.goes_to(Kind.QUESTION)
    submission = str(uuid4())

    empty = somebody.sends(FIRST)
    first, again = (somebody.sends(FIRST, YES, submission=submission) for _ in range(2))
    other = somebody.sends(FIRST, NO, submission=submission)

    assert empty.status_code == 422
    assert "Kies een antwoord" in empty.content.decode()
    assert "<title>Fout: " in empty.content.decode()
    assert (first.status_code, again.status_code, other.status_code) == (303, 303, 409)
    assert "eerste antwoord is bewaard" in other.content.decode()
    assert Response.objects.count() == 1


def test_an_answer_to_a_question_that_is_not_open_leads_on(running, somebody):
    running.goes_to(Kind.QUESTION)
    long_ago = str(uuid4())
    somebody.sends(FIRST, YES, submission=long_ago)
    running.goes_to(Kind.LESSON)
    GuidedSession.objects.update(changed_at=timezone.now() - timezone.timedelta(minutes=2))

    late, arrived = somebody.sends(FIRST, NO), somebody.sends(FIRST, YES, submission=long_ago)

    assert late.status_code == 409
    assert f'href="{somebody.address}"' in late.content.decode()
    assert (arrived.status_code, arrived["Location"]) == (303, somebody.address)
    assert [somebody.sends(place, YES).status_code for place in (1, 99)] == [409, 409]
    assert somebody.get("vraag/99/").status_code == 303


def test_what_was_not_answered_in_this_part_can_still_be(running, somebody):
    running.goes_to(Kind.QUESTION, 2)

    somebody.sends(FIRST + 1, YES, MAYBE)

    assert f"{somebody.address}vraag/{FIRST}/" in somebody.text()
    somebody.sends(FIRST, NO)
    assert "nog open" not in somebody.text()


def test_from_a_question_of_before_a_way_leads_to_the_group(running, somebody):
    running.goes_to(Kind.QUESTION)
    assert "data-is-behind" not in somebody.text(f"vraag/{FIRST}/")
    running.does(Action.NEXT)

    assert "De groep is bij een andere vraag." in somebody.text(f"vraag/{FIRST}/")
    assert "data-is-behind" not in somebody.text()


def test_nothing_of_what_is_right_is_told_before_it_is_shown(running, somebody):
    asked = []
    running.goes_to(Kind.QUESTION)
    while running.session.now.kind is not Kind.LOOK_BACK:
        step = running.session.now
        if step.asks:
            asked.append(somebody.text())
            somebody.sends(step.place, YES)
            asked.append(somebody.text())
            running.does(Action.CLOSE)
            asked.append(somebody.text())
        running.does(Action.NEXT)

    assert not any("Geheim" in text for text in asked)
    assert "Geheim" in somebody.text()
    assert "Achteraf" in somebody.text()
    late = Browser(running.participant())
    assert "Geheim" in late.text()
    assert "Achteraf" not in late.text()


def test_looking_back_waits_while_an_answer_can_still_be_changed(running, somebody):
    running.goes_to(Kind.LOOK_BACK)
    page = somebody.text()

    assert somebody.heading() == "Een ogenblik"
    assert "Geheim" not in page
    assert f'data-version="{running.session.state_version}"' not in page
    GuidedSession.objects.filter(pk=running.pk).update(changed_at=timezone.now() - GRACE - timedelta(seconds=1))
    assert somebody.heading() == "Dit is goed"
    assert f'data-version="{running.session.state_version}"' in somebody.text()


def test_an_explanation_comes_with_the_own_answer_or_without_any(running, somebody):
    running.goes_to(Kind.QUESTION, 4)
    somebody.sends(PRACTICE, YES)
    running.does(Action.REVEAL)

    late = Browser(running.participant())

    assert "Uw antwoord" in somebody.text()
    assert "Nog niet goed" in somebody.text()
    assert "Dit is de uitleg" in late.text()
    assert somebody.sends(PRACTICE, NO).status_code == 409


def test_a_choice_that_was_not_sent_stays_while_the_same_question_is_open(running, somebody):
    running.goes_to(Kind.QUESTION)
    shown = somebody.get()
    GuidedSession.objects.update(reopenings=0)
    running.does(Action.LET_IN)
    after = somebody.get()

    keys = [response.context["key"] for response in (shown, after)]
    versions = [response.context["version"] for response in (shown, after)]
    assert keys == [f"question {FIRST}"] * 2
    assert versions[1] == versions[0] + 1
    assert f'data-poll="/meedoen/stand/{running.session.poll_key}"' in shown.content.decode()


def test_the_words_that_are_read_are_written_down(running, somebody):
    running.goes_to(Kind.QUESTION)
    easy = ticket_of(somebody.participant).read_in(Rendering.EASY).url()

    assert somebody.client.get(easy).status_code == 200
    assert somebody.client.post(f"{easy}vraag/{FIRST}/", {"submission": uuid4(), "option": YES}).status_code == 303


def test_the_next_one_gets_an_empty_screen_and_the_old_address_opens_nothing(running, somebody):
    [seat] = make_seats(running.session, 1)
    old = somebody.address
    place = somebody.get("volgende/").context["place"]

    wrong = somebody.client.post(f"{old}volgende/", {"kaart": "12345", "plaats": place})
    sent, again = (somebody.client.post(f"{old}volgende/", {"kaart": seat.digits, "plaats": place}) for _ in range(2))

    assert wrong.status_code == 422
    assert (sent.status_code, sent["Clear-Site-Data"]) == (303, '"cache", "storage"')
    assert again["Location"] == sent["Location"]
    assert somebody.client.get(old).status_code == 410
    assert "U doet mee" in somebody.client.get(sent["Location"]).content.decode()
    assert Participant.objects.count() == 2


def test_a_card_that_is_in_use_elsewhere_asks_before_it_comes_here(running, somebody):
    [seat] = make_seats(running.session, 1)
    other = Browser(running.participant(seat=seat))
    body = {"kaart": seat.digits}

    asked = somebody.client.post(f"{somebody.address}volgende/", body)
    moved = somebody.client.post(f"{somebody.address}volgende/", {**body, "ga": "verder"})

    assert asked.status_code == 409
    assert moved.status_code == 303
    assert other.get().status_code == 410


def test_who_is_ready_leaves_nothing_behind(running, somebody):
    assert "wis alles" in somebody.text("klaar/")

    sent, again = (somebody.client.post(f"{somebody.address}klaar/") for _ in range(2))

    assert (sent.status_code, sent["Location"], again.status_code) == (303, "/meedoen/klaar/", 303)
    assert somebody.client.get("/meedoen/klaar/")["Clear-Site-Data"] == '"cache", "storage"'
    assert somebody.get().status_code == 410
    assert Participant.objects.present().count() == 0


def test_no_screen_is_kept_or_gives_a_cookie(running, somebody):
    for address in ("", "klaar/", "volgende/", "vraag/2/"):
        response = somebody.get(address)
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
    assert somebody.client.get("/meedoen/mee/iets/").status_code == 404
    assert somebody.client.put(somebody.address).status_code == 405


@pytest.mark.parametrize(("moment", "is_finished"), [("last", True), ("practice", False)])
def test_an_answer_on_its_way_when_the_session_closed_came_to_the_end(running, moment, is_finished):
    running.goes_to(Kind.QUESTION, 7 if moment == "last" else 4)
    place = running.session.now.place
    somebody = running.participant()
    running.does(Action.FINISH)

    running.takes(somebody, place, YES)

    attempt = Attempt.objects.get()
    closed_at = running.session.closed_at
    assert (attempt.finished_at, attempt.open_until) == (closed_at if is_finished else None, closed_at)


def test_an_answer_to_a_later_part_of_the_plan_closes_no_part_before_it(planned):
    quiz = planned.session.module.quiz
    vote = QuizPart(block="vote", question=published("Stem?", construct="meldintentie", offer=options()), sort_order=30)
    quiz.parts = [*quiz.parts.all(), vote]
    quiz.save()
    planned.does(Action.START)
    somebody = planned.participant()
    last = len(planned.session.lesson.parts)
    send_in(sitting_of(somebody), last, lambda _: Submission(uuid4(), Answer(State.DONT_KNOW)), timezone.now())

    planned.goes_to(Kind.QUESTION)
    planned.takes(somebody, FIRST, YES)

    counting = Response.objects.counting().order_by("pk").values_list("block", flat=True)
    assert list(counting) == ["vote", "measure_pre"]
