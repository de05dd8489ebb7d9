import json
import re
from datetime import timedelta

import pytest
from django.core.signing import Signer
from django.utils import timezone

from campagne.guided.joining.guesses import MOST_REOPENINGS, WINDOW
from campagne.guided.joining.ticket import ticket_of
from campagne.guided.leading.acting import Action
from campagne.guided.leading.cards import make_card
from campagne.guided.leading.polling import counted_presence
from campagne.guided.leading.ticket import board_url, ticket_of_card
from campagne.guided.sessions.meetings import Meeting
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.session import Form, GuidedSession
from campagne.guided.sessions.standing import Phase, State
from tests.guided.leading.conftest import Presenter, text_of
from tests.quiz.conftest import YES

pytestmark = pytest.mark.django_db


@pytest.fixture
def before(planned) -> Presenter:
    """A presenter who opened the lesson and did not begin it."""
    card, _ = make_card(planned.session, timezone.now())
    return Presenter(planned, ticket_of_card(card, timezone.now()))


def test_before_the_start_the_screen_says_what_is_needed_and_how_long_it_takes(before):
    screen = before.reads()

    assert "6 tablets of laptops" in screen
    assert "ongeveer 8 mensen" in screen
    assert re.search(r"ongeveer \d+ minuten, met wie moeilijk leest \d+", screen)


def test_one_click_starts_the_lesson_and_the_code_is_there_to_say(before):
    started = before.presses(Action.START)
    screen, code = before.reads(), before.lesson.session.code

    assert started.status_code == 303
    assert f"{code[:2]} {code[2:4]} {code[4:]}" in screen
    assert "Zo zegt u het: " in screen
    assert "localhost:8000/meedoen" in screen


def test_a_step_tells_its_aim_what_to_say_and_how_long_for_who_reads_slowly(presenter, running):
    running.goes_to(Kind.LESSON)

    screen = presenter.reads()

    for words in ("Stap 6 van 14", "Durven ophangen.", "U mag altijd ophangen.", "Hang op als iemand", "Les: Bel zelf"):
        assert words in screen
    assert "ongeveer 5 minuten, met wie moeilijk leest 9" in screen


def test_the_key_is_there_to_practise_with_and_never_of_what_is_measured(presenter, running):
    for number in range(1, 8):
        session = running.goes_to(Kind.QUESTION, number)
        body = presenter.get().content.decode()
        assert ("Geheim" in body) is (not session.now.measures)
        assert '<details id="sleutel' not in body or not re.search(r'<details id="sleutel[^>]* open', body)
    running.goes_to(Kind.LOOK_BACK)

    assert "Geheim: geef nooit een code." in presenter.reads()


def test_who_is_in_and_who_is_done_are_counts(presenter, running):
    running.goes_to(Kind.QUESTION)
    somebody, _ = running.participant(), running.participant()
    running.takes(somebody, 2, YES)

    assert "2 op een tablet 1 klaar met deze vraag" in presenter.reads()


def test_a_late_click_changes_nothing_and_says_where_the_group_is(presenter, running):
    seen = running.session.state_version
    presenter.presses(Action.NEXT, seen)

    doubled = presenter.presses(Action.NEXT, seen)

    assert doubled.status_code == 409
    assert "De groep is nu bij stap 2 van 14: ‘Welkom’." in text_of(doubled)
    assert (running.session.step, running.session.state_version) == (1, seen + 1)
    assert presenter.get("act").status_code == 303


def test_two_presenters_lead_one_session_and_neither_skips_a_step(presenter, running):
    card, _ = make_card(running.session, timezone.now())
    other = Presenter(running, ticket_of_card(card, timezone.now()))
    seen = running.session.state_version

    statuses = [each.presses(Action.NEXT, seen).status_code for each in (presenter, other)]

    assert statuses == [303, 409]
    assert running.session.step == 1


def test_what_cannot_be_done_now_is_refused_in_words(presenter, running):
    refused = presenter.presses(Action.REVEAL)

    assert refused.status_code == 409
    assert "Dat kan nu niet" in text_of(refused)


@pytest.mark.parametrize(
    ("action", "version"),
    [
        pytest.param("explode", "1", id="no action of ours"),
        pytest.param("next", "", id="no version"),
        pytest.param("next", "1.5", id="half a version"),
        pytest.param("next", "-1", id="below nothing"),
        pytest.param("next", "9" * 40, id="larger than a database holds"),
    ],
)
def test_a_garbled_act_is_refused_and_does_nothing(presenter, running, action, version):
    assert presenter.post("act", action=action, version=version).status_code == 400
    assert running.session.step == 0


def test_what_is_measured_stays_open_and_what_is_practised_is_closed_first(presenter, running):
    running.goes_to(Kind.QUESTION, 4)

    ways = []
    while running.session.now.place == 6:
        [action] = re.findall(r'value="(\w+)" data-way="on"', presenter.get().content.decode())
        ways.append(action)
        presenter.presses(action)

    assert ways == ["close", "reveal", "next"]


def test_who_is_late_can_be_let_in_a_few_times(presenter, running):
    GuidedSession.objects.update(joining_until=timezone.now() - timedelta(seconds=1))
    assert "Laat nog mensen binnen" in presenter.reads()

    presenter.presses(Action.LET_IN)
    assert "Meedoen met de code kan tot" in presenter.reads()

    GuidedSession.objects.update(joining_until=timezone.now() - WINDOW, reopenings=MOST_REOPENINGS)
    assert "Laat nog mensen binnen" not in presenter.reads()


@pytest.mark.parametrize(
    ("screen", "action", "state"),
    [
        pytest.param("presenter_pause", Action.PAUSE, State.PAUSED, id="for today"),
        pytest.param("presenter_finish", Action.FINISH, State.CLOSED, id="for good"),
    ],
)
def test_stopping_is_asked_first(presenter, running, screen, action, state):
    asked = presenter.get(screen)
    assert (asked.status_code, running.session.state) == (200, State.RUNNING)

    presenter.presses(action)

    assert running.session.state == state
    assert running.session.code == ""
    assert presenter.get().status_code == 200


def test_a_paused_lesson_goes_on_where_it_was(presenter, running):
    running.does(Action.NEXT, Action.PAUSE)

    assert "De groep was bij stap 2 van 14: ‘Welkom’." in presenter.reads()
    assert presenter.presses(Action.START).status_code == 303
    assert (running.session.step, running.session.state) == (1, State.RUNNING)


def test_at_the_end_a_course_stops_for_today_and_a_walk_in_closes(presenter, running):
    running.goes_to(Kind.END)
    walk_in = presenter.get().content.decode()
    GuidedSession.objects.update(form=Form.COURSE)
    course = presenter.get().content.decode()

    assert ">De les afsluiten</a>" in re.search(r'id="doe-stop".*', walk_in)[0]
    assert ">Stoppen voor vandaag</a>" in re.search(r'id="doe-stop".*', course)[0]


def test_nothing_that_others_get_opens_the_presenters_screens(client, planned, running, library, module):
    session = running.session
    another = GuidedSession.objects.create(location=library.locations.get(), module=module, title="Andere les")
    Meeting.objects.create(session=another, starts_at=timezone.now())
    board = board_url(session).split("/")[3]
    foreign = ticket_of_card(make_card(another, timezone.now())[0], timezone.now())
    participant = ticket_of(running.participant()).signed()
    stolen = Signer(salt="guided.participant").sign_object([session.pk, 0, 0, 0])

    for signed in (
        board,
        participant,
        stolen,
        session.join_key,
        session.poll_key,
        session.code,
        "x",
        f"{foreign.signed()}x",
    ):
        for rest in ("", "doe/", "stand", "handen/", "zaal/", "stoppen/", "afsluiten/"):
            assert client.get(f"/begeleiden/les/{signed}/{rest}").status_code == 404, (signed, rest)
        acted = client.post(f"/begeleiden/les/{signed}/doe/", {"action": "next", "version": session.state_version})
        assert acted.status_code == 404, signed
    assert client.get(f"/begeleiden/bord/{foreign.signed()}/").status_code == 404
    assert client.get(foreign.url()).status_code == 200
    assert running.session.state_version == session.state_version


def test_the_board_is_opened_without_telling_it_the_presenters_address(presenter):
    links = re.findall(r'<a [^>]*href="/begeleiden/bord/[^>]*>', presenter.get().content.decode())

    assert links
    assert all('rel="noreferrer"' in link for link in links)
    assert presenter.ticket.signed() not in presenter.client.get(board_url(presenter.lesson.session)).content.decode()


def test_a_screen_costs_a_bounded_number_of_queries(presenter, running, django_assert_max_num_queries):
    for kind, number in ((Kind.QUESTION, 1), (Kind.LESSON, 1), (Kind.LOOK_BACK, 1)):
        running.goes_to(kind, number)
        with django_assert_max_num_queries(25):
            presenter.get()
        with django_assert_max_num_queries(20):
            presenter.client.get(board_url(running.session))
        counted_presence.recount()
        with django_assert_max_num_queries(4):
            presenter.get("presenter_state")


def test_the_state_tells_the_version_and_304_to_who_knows_it(presenter, running):
    running.participant()
    running.goes_to(Kind.QUESTION)

    first = presenter.get("presenter_state")
    again = presenter.get("presenter_state", if_none_match=first["ETag"])
    told = json.loads(first.content)

    assert told == {"version": f"{running.session.state_version}-1-0", "wait": 2000}
    assert (again.status_code, again.content) == (304, b"")
    assert f'data-version="{told["version"]}"' in presenter.get().content.decode()


def test_the_state_changes_when_somebody_answers_and_waits_longer_when_nothing_is_asked(presenter, running):
    somebody = running.participant()
    running.goes_to(Kind.QUESTION)
    tag = presenter.get("presenter_state")["ETag"]
    running.takes(somebody, 2, YES)
    counted_presence.recount()

    assert presenter.get("presenter_state", if_none_match=tag).status_code == 200
    running.goes_to(Kind.LESSON)
    assert json.loads(presenter.get("presenter_state").content)["wait"] == 4000


def test_screens_of_one_session_count_once_a_second(presenter, running, django_assert_num_queries):
    presenter.get("presenter_state")

    with django_assert_num_queries(2):
        presenter.get("presenter_state")


def test_a_closed_question_says_so(presenter, running):
    running.goes_to(Kind.QUESTION, 4)
    session = running.does(Action.CLOSE)

    assert session.phase == Phase.CLOSED
    assert "De vraag is dicht." in presenter.reads()
