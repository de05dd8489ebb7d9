"""A browser session ends by itself: after four hours without work, and twelve hours after logging in."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from campagne.staff.browser_sessions import ENDED_KEPT, IDLE, StaffSessions, end_sessions
from tests.conftest import make_user

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SCREEN, PING = "/beheer/account/", "/beheer/editing-sessions/1/"


@pytest.fixture
def wait(monkeypatch) -> Callable[[timedelta], None]:
    """Let time pass: `wait(HOUR)`."""
    moment = timezone.now()

    def later(span: timedelta) -> None:
        nonlocal moment
        moment += span
        now: datetime = moment
        monkeypatch.setattr(timezone, "now", lambda: now)

    later(timedelta())
    return later


@pytest.fixture
def colleague(client, db, home, wait):
    user = make_user("collega", is_superuser=True)
    client.force_login(user)
    return user


def is_in(client: Client, address: str = SCREEN) -> bool:
    answer = client.get(address)
    return not (answer.status_code == 302 and "next=" in answer.headers["Location"])


@pytest.mark.parametrize(
    ("steps", "inside"),
    [
        pytest.param([4 * HOUR - 6 * MINUTE], True, id="back before four hours are over"),
        pytest.param([4 * HOUR + MINUTE], False, id="away for more than four hours"),
        pytest.param([3 * HOUR] * 3, True, id="busy all day"),
        pytest.param([3 * HOUR] * 3 + [3 * HOUR + MINUTE], False, id="twelve hours after logging in, however busy"),
    ],
)
def test_a_session_ends_by_itself(client, colleague, wait, steps, inside):
    for span in steps[:-1]:
        wait(span)
        assert is_in(client)
    wait(steps[-1])

    assert is_in(client) is inside


def test_what_an_open_screen_asks_by_itself_is_no_work(client, colleague, wait):
    for _ in range(3):
        wait(100 * MINUTE)
        client.post(PING)

    assert not is_in(client)


def test_a_session_that_is_changed_in_between_ends_no_later(client, colleague, wait):
    for _ in range(3):
        wait(3 * HOUR + 55 * MINUTE)
        assert is_in(client)

    session = client.session
    session.set_expiry(int(timedelta(days=14).total_seconds()))
    session["note"] = "changed"
    session.save()

    assert session.get_expiry_date() <= timezone.now() + 15 * MINUTE
    wait(16 * MINUTE)
    assert not is_in(client)


def test_after_the_end_the_login_knows_where_somebody_was(client, colleague, wait):
    wait(5 * HOUR)

    answer = client.get(SCREEN)

    assert answer.status_code == 302
    assert answer.headers["Location"].endswith("?next=/beheer/account/")


ENDED = "Uw sessie is verlopen. Log opnieuw in."


@pytest.mark.parametrize("was_sending", [False, True])
def test_after_the_end_the_login_says_why_one_is_there(client, colleague, wait, was_sending):
    wait(5 * HOUR)

    first = (client.post if was_sending else client.get)(SCREEN, follow=True)
    wrong = client.post("/beheer/login/", {"username": "collega", "password": "welkom123"})

    assert ENDED in first.content.decode()
    assert ENDED not in wrong.content.decode()


@pytest.mark.parametrize("way", ["came for the first time", "logged out", "was signed out by somebody"])
def test_nothing_ran_out_for_who_has_no_session_or_whose_session_somebody_ended(client, colleague, way):
    browser = Client() if way == "came for the first time" else client
    if way == "logged out":
        browser.post("/beheer/logout/")
    elif way == "was signed out by somebody":
        end_sessions(colleague)

    assert ENDED not in browser.get(SCREEN, follow=True).content.decode()


def test_a_database_that_is_away_is_asked_once(rf, settings, db):
    request = rf.get(SCREEN, headers={"cookie": f"{settings.SESSION_COOKIE_NAME}={'a' * 32}"})
    asked = []

    def away(execute, sql, *told):
        asked.append(sql)
        raise OperationalError("the database is away")

    def fail(request: HttpRequest) -> HttpResponse:
        with pytest.raises(OperationalError):
            request.session.get("anything")
        return HttpResponse(status=503)

    with connection.execute_wrapper(away):
        answer = StaffSessions(fail)(request)

    assert (answer.status_code, len(asked)) == (503, 1)


def test_the_browser_keeps_the_key_for_as_long_as_a_form_can_be_sent_after_all(client, colleague, wait, settings):
    wait(HOUR)
    client.get(SCREEN)

    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["max-age"] == pytest.approx((IDLE + ENDED_KEPT).total_seconds(), abs=1)


def test_all_sessions_of_one_account_end_and_nobody_elses(client, colleague, db):
    elsewhere, other = Client(), Client()
    elsewhere.force_login(colleague)
    other.force_login(make_user("iemand-anders", is_superuser=True))

    ended = end_sessions(colleague, but=client.session.session_key)

    assert (ended, is_in(client), is_in(elsewhere), is_in(other)) == (1, True, False, True)
    assert end_sessions(colleague) == 1
    assert Session.objects.count() == 1
