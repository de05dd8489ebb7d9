from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import OperationalError
from django.utils import timezone

from campagne.guided.leading.acting import Action
from campagne.guided.live.known import (
    SECONDS_CURRENT,
    SECONDS_USABLE,
    SECONDS_WITHOUT_DATABASE,
    Known,
    KnownSessions,
    Unknown,
    fetch_sessions,
)
from campagne.guided.models import GuidedSession, Meeting
from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.standing import State


class Database:
    """Answers with how often it was asked, or not at all."""

    def __init__(self) -> None:
        self.asked, self.is_away, self.may_go_on = 0, False, Event()
        self.may_go_on.set()

    def __call__(self) -> dict[str, Known]:
        self.asked += 1
        self.may_go_on.wait(60)
        if self.is_away:
            raise OperationalError("away")
        return {"key": Known(self.asked, State.RUNNING, False)}


class Clock:
    at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def known(database, clock) -> KnownSessions:
    return KnownSessions(database, clock)


@pytest.mark.once
def test_all_sessions_are_fetched_at_most_twice_a_second(known, clock, database):
    for _ in range(1000):
        known.now()
        clock.at += SECONDS_CURRENT / 100

    assert database.asked <= 1000 / 100 + 1


@pytest.mark.once
def test_while_one_thread_fetches_the_others_use_what_was_known(known, clock, database):
    known.now()
    clock.at += SECONDS_CURRENT
    database.may_go_on.clear()
    fetching = Thread(target=known.now)
    fetching.start()
    while database.asked < 2:
        pass

    versions = [known.now()["key"].version for _ in range(20)]
    database.may_go_on.set()
    fetching.join()

    assert versions == [1] * 20
    assert known.now()["key"].version == database.asked == 2


@pytest.mark.once
def test_after_a_quiet_time_everybody_waits_for_the_one_that_fetches(known, clock, database):
    known.now()
    clock.at += SECONDS_USABLE
    database.may_go_on.clear()
    found = []
    threads = [Thread(target=lambda: found.append(known.now()["key"].version)) for _ in range(8)]
    for thread in threads:
        thread.start()

    database.may_go_on.set()
    for thread in threads:
        thread.join(60)

    assert found == [2] * 8
    assert database.asked == 2


@pytest.mark.once
def test_a_database_that_is_away_leaves_what_was_known_for_a_minute(known, clock, database):
    known.now()
    database.is_away = True

    clock.at += SECONDS_WITHOUT_DATABASE - 1
    assert known.now()["key"].version == 1
    clock.at += 1
    with pytest.raises(Unknown):
        known.now()
    database.is_away = False
    clock.at += SECONDS_CURRENT
    assert known.now()["key"].version == database.asked


@pytest.mark.django_db
def test_one_query_fetches_what_somebody_can_have_a_screen_of(running, module, django_assert_num_queries):
    now, place = timezone.now(), running.session.location
    far = GuidedSession.objects.create(location=place, module=module, title="Over een maand")
    Meeting.objects.create(session=far, starts_at=now + timedelta(days=30))
    GuidedSession.objects.create(location=place, module=module, state="closed", closed_at=now - timedelta(days=3))
    GuidedSession.objects.create(location=place, module=module, state="closed", closed_at=now, poll_key="NET")
    soon = GuidedSession.objects.create(location=place, module=module, title="Vanavond", poll_key="STRAKS")
    Meeting.objects.create(session=soon, starts_at=now + timedelta(hours=2))
    session = running.goes_to(Kind.QUESTION)

    with django_assert_num_queries(1):
        found = fetch_sessions()

    assert found == {
        session.poll_key: Known(session.state_version, State.RUNNING, True),
        "NET": Known(0, State.CLOSED, False),
        "STRAKS": Known(0, State.PLANNED, False),
    }


@pytest.mark.django_db
def test_a_question_that_is_closed_is_asked_after_less_often(running):
    running.goes_to(Kind.QUESTION)
    closed = running.does(Action.CLOSE)
    reopened = running.does(Action.REOPEN)
    lesson = running.goes_to(Kind.LESSON)

    assert (closed.is_asking, reopened.is_asking, lesson.is_asking) == (False, True, False)
