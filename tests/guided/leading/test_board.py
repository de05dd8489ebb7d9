import re
from datetime import timedelta

import pytest
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.leading.hands import Hands, count_hands
from campagne.guided.leading.lettered import lettered
from campagne.guided.leading.looking_back import limits_of
from campagne.guided.leading.polling import counted_presence
from campagne.guided.leading.tallies import RECOGNISABLE, TOO_FEW, tally_of_answers
from campagne.guided.leading.ticket import board_url
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import GRACE
from doelgroepen.models import TargetGroup
from tests.quiz.conftest import MAYBE, NO, YES

pytestmark = pytest.mark.django_db
PRACTICE = 6
"""The part of the quiz that is practised; "nee" is right."""


def answers(lesson, place: int, *chosen) -> None:
    """Let so many people each choose one of these."""
    for key in chosen:
        lesson.takes(lesson.participant(), place, *([key] if key else []))


@pytest.fixture
def practising(running):
    running.goes_to(Kind.QUESTION, 4)
    return running


def test_the_code_and_the_way_in_are_always_there(presenter, running):
    code = running.session.code
    for _ in running.session.script:
        board = presenter.board()
        assert f"Code: {code[:2]} {code[2:4]} {code[4:]}" in board
        assert "localhost:8000/meedoen" in board
        assert "QR-code om mee te doen" in board
        if running.session.now.kind is not Kind.END:
            running.does(Action.NEXT)
    running.does(Action.FINISH)

    assert "Deze les is klaar." in presenter.board()
    assert code[:2] not in re.sub(r"Deze les.*", "", presenter.board())


def test_a_question_shows_its_answers_with_letters_and_how_many_are_done(presenter, practising):
    practising.participant()
    answers(practising, PRACTICE, YES, NO)
    counted_presence.recount()

    board = presenter.board()

    assert "Om te oefenen? A Ja B Nee C Misschien De vraag is open." in board
    assert "2 van de 3 klaar" in board


def test_what_was_chosen_is_shown_with_the_key_only_when_the_presenter_shows_it(presenter, practising):
    answers(practising, PRACTICE, YES, NO, NO, NO, MAYBE, None)

    for actions in ((), (Action.CLOSE,)):
        practising.does(*actions)
        assert "antwoorden" not in presenter.board()
        assert "Geheim" not in presenter.board()
    practising.does(Action.REVEAL)

    board = presenter.board()
    assert "6 antwoorden Antwoord Hoe vaak A Ja 1 B Nee Goed 3 C Misschien 1 Weet ik niet 1" in board
    assert "Goed: B Nee" in board
    assert "Geheim: geef nooit een code." in board


def test_too_few_answers_are_not_shown_and_said_in_words(presenter, practising):
    answers(practising, PRACTICE, YES, NO, NO, NO)
    practising.does(Action.REVEAL)

    board = presenter.board()
    assert TOO_FEW in board
    assert "Hoe vaak" not in board


def test_a_sensitive_group_is_shown_from_a_larger_number_on(presenter, practising):
    group = TargetGroup.objects.create(name="Jonge daders", self_description="Ik ben jong", is_sensitive=True)
    practising.session.target_groups.add(group)
    answers(practising, PRACTICE, *[NO] * 6)
    practising.does(Action.REVEAL)

    assert TOO_FEW in presenter.board()


def test_a_session_keeps_the_threshold_it_began_with(presenter, practising):
    GuidedSession.objects.update(thresholds={"board": 3})
    answers(practising, PRACTICE, YES, NO, NO)
    practising.does(Action.REVEAL)

    assert "3 antwoorden" in presenter.board()


def test_hands_stand_beside_the_answers_and_are_never_added(presenter, practising):
    answers(practising, PRACTICE, NO, NO, NO, NO, NO)
    part = practising.session.lesson.parts[PRACTICE - 1]
    count_hands(practising.session, PRACTICE, part.version, Hands({"1": 2, "2": 4, "3": 0, "dont_know": 0}, 6))
    practising.does(Action.REVEAL)

    board = presenter.board()

    assert "5 antwoorden Antwoord Hoe vaak A Ja 0 B Nee Goed 5" in board
    assert "Met de hand omhoog: 6 mensen Antwoord Hoe vaak A Ja 2 B Nee Goed 4" in board


def test_nothing_of_what_is_measured_is_told_before_looking_back(presenter, running):
    for number in (1, 2, 3, 5, 6, 7):
        session = running.goes_to(Kind.QUESTION, number)
        answers(running, session.now.place, *[YES] * 6)
        running.does(Action.CLOSE)
        board = presenter.board()
        assert "antwoorden" not in board
        assert "Geheim" not in board


def test_looking_back_waits_for_the_last_answers_and_then_tells_before_and_after(presenter, running):
    people = [running.participant() for _ in range(6)]
    for number, right in ((1, 2), (5, 5)):
        place = running.goes_to(Kind.QUESTION, number).now.place
        for n, somebody in enumerate(people):
            running.takes(somebody, place, NO if n < right else YES)
    running.goes_to(Kind.LOOK_BACK)
    waiting = presenter.board()

    GuidedSession.objects.update(changed_at=timezone.now() - GRACE - timedelta(seconds=1))
    board = presenter.board()

    assert "De laatste antwoorden komen binnen." in waiting
    assert "Nee" not in waiting
    assert "Mag de code? Goed: Nee" in board
    assert "Vooraf 2 van de 6" in board
    assert "Achteraf 5 van de 6" in board
    assert "Bent u zeker? Hier is geen goed of fout." in board
    assert "6 antwoorden Antwoord Hoe vaak A Ja 4 B Nee Goed 2" in presenter.board("?vraag=1")
    assert "Geheim: geef nooit een code." in presenter.board("?vraag=1")
    assert presenter.board("?vraag=x") == board


def test_the_board_says_its_step_and_phase_to_screen_readers(presenter, practising):
    html = presenter.client.get(board_url(practising.session)).content.decode()

    assert re.search(r'<p class="visually-hidden" role="status" data-announcer></p>', html)
    assert "<p data-announcement hidden>Stap 9 van 14. De vraag is open. Om te oefenen?</p>" in html


def test_a_board_shows_and_changes_nothing_and_keeps_nothing(presenter, running):
    response = presenter.client.post(board_url(running.session))
    shown = presenter.client.get(board_url(running.session))

    assert response.status_code == 405
    assert shown["Cache-Control"] == "no-store"
    assert not presenter.client.cookies
    assert "/begeleiden/les/" not in shown.content.decode()


def test_the_board_asks_for_the_state_at_an_address_of_its_own(presenter, running):
    address = board_url(running.session) + "stand"
    told = presenter.client.get(address)
    again = presenter.client.get(address, headers={"if-none-match": told["ETag"]})

    assert told.json() == {"version": f"{running.session.state_version}-0-0", "wait": 4000}
    assert again.status_code == 304


def test_a_sensitive_answer_that_everybody_gave_is_not_shown(practising):
    question = lettered(practising.session, [PRACTICE])[PRACTICE]
    question.version.construct = "meldintentie"
    tally = tally_of_answers(
        question, practising.session.now.block, {"1": 6}, limits_of(practising.session), shows_key=False
    )

    assert (tally.withheld, tally.bars) == (RECOGNISABLE, ())
