import json

import pytest
from django.test import Client

from campagne.guided.live.answers import MAY
from campagne.guided.live.first import ADDRESS, StateFirst
from campagne.guided.live.known import Known, KnownSessions
from campagne.guided.live.pace import BUSY_FROM
from campagne.guided.live.shared import SharedScreens
from campagne.guided.sessions.standing import State
from campagne.serving.store.address import is_public

KEY = "ABCDEFGH2345"


class Asker:
    """Asks the layer; the site behind it answers "site"."""

    def __init__(self, sessions: dict[str, Known] | None) -> None:
        self.sessions, self.at, self.made, self.screen = sessions, 0.0, 0, "<live-screen>"
        known = KnownSessions(self._fetch)
        self._layer = StateFirst(self._site, known, SharedScreens(self._make), lambda: self.at)

    def _fetch(self) -> dict[str, Known]:
        from django.db import OperationalError

        if self.sessions is None:
            raise OperationalError("away")
        return self.sessions

    def _make(self, key: str, version: int) -> str | None:
        self.made += 1
        if self.screen is None:
            raise LookupError("broken")
        return self.screen

    def _site(self, environ, start):
        start("200 OK", [])
        return [b"site"]

    def __call__(self, path: str, tag: str = "", method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        heard: list = []
        environ = {"PATH_INFO": path, "REQUEST_METHOD": method, **({"HTTP_IF_NONE_MATCH": tag} if tag else {})}
        body = b"".join(self._layer(environ, lambda status, headers: heard.extend([status, dict(headers)])))
        return int(heard[0].split()[0]), heard[1], body


@pytest.fixture
def ask() -> Asker:
    return Asker({KEY: Known(12, State.RUNNING, True)})


@pytest.mark.once
def test_a_screen_hears_the_version_and_how_long_to_wait(ask):
    status, headers, body = ask(ADDRESS + KEY)

    assert (status, json.loads(body)) == (200, {"version": "12", "wait": 2000})
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Content-Length"] == str(len(body))
    assert "Set-Cookie" not in headers


@pytest.mark.once
@pytest.mark.parametrize("written", ['"12-2000"', 'W/"12-2000"', '"9-2000", "12-2000"'])
def test_a_screen_that_shows_the_state_of_now_hears_nothing_new(ask, written):
    status, headers, body = ask(ADDRESS + KEY, written)

    assert (status, headers["ETag"], body) == (304, '"12-2000"', b"")


@pytest.mark.once
@pytest.mark.parametrize("tag", ['"11-2000"', '"12-4000"', '"112-2000"', "12-2000"])
def test_another_version_or_another_wait_is_told(ask, tag):
    assert ask(ADDRESS + KEY, tag)[0] == 200


@pytest.mark.once
@pytest.mark.parametrize(
    ("path", "method", "status", "length"),
    [
        pytest.param(ADDRESS + "ZZZZZZZZ2345", "GET", 404, 20, id="no such session"),
        pytest.param(ADDRESS + KEY + "/", "GET", 404, 20, id="something behind it"),
        pytest.param(ADDRESS, "GET", 404, 20, id="no key"),
        pytest.param(ADDRESS + KEY, "HEAD", 200, 0, id="only the headers"),
        pytest.param(ADDRESS + KEY, "POST", 405, 11, id="a post"),
    ],
)
def test_anything_else_is_answered_in_a_few_words(ask, path, method, status, length):
    answered, headers, body = ask(path, method=method)

    assert (answered, len(body)) == (status, length)
    assert headers.get("Allow", MAY) == MAY


@pytest.mark.once
def test_without_a_database_a_screen_is_told_to_come_back():
    status, headers, _ = Asker(None)(ADDRESS + KEY)

    assert (status, headers["Retry-After"]) == (503, "5")


@pytest.mark.once
def test_when_much_is_asked_the_wait_is_doubled(ask):
    for number in range(BUSY_FROM * 3):
        ask.at = number / BUSY_FROM / 1.2
        ask(ADDRESS + KEY)

    assert json.loads(ask(ADDRESS + KEY)[2])["wait"] == 4000


@pytest.mark.once
@pytest.mark.parametrize("path", ["/", "/meedoen/", "/meedoen/standen/", "/m", "/beheer/"])
def test_everything_else_is_left_to_the_site(ask, path):
    assert ask(path, method="POST")[2] == b"site"


@pytest.mark.once
@pytest.mark.parametrize("path", [ADDRESS + KEY, "/meedoen/", "/meedoen/kaart/ABC/", "/begeleiden/"])
def test_no_screen_of_a_group_is_stored(path):
    assert not is_public(path)


@pytest.mark.django_db
def test_the_site_answers_the_same_without_the_layer(running):
    session = running.session
    with_layer = Asker({session.poll_key: Known(session.state_version, State.RUNNING, False)})

    answer = Client().get(ADDRESS + session.poll_key)

    assert json.loads(answer.content) == json.loads(with_layer(ADDRESS + session.poll_key)[2])
    assert answer.headers["ETag"] == f'"{session.state_version}-4000"'
    assert not answer.cookies


@pytest.mark.once
def test_who_follows_the_group_gets_the_screen_of_all_along_and_it_is_made_once(ask):
    told = [json.loads(ask(ADDRESS + KEY, '"11-2000"')[2]) for _ in range(30)]

    assert {one["screen"] for one in told} == {"<live-screen>"}
    assert ask.made == 1


@pytest.mark.once
def test_a_screen_that_cannot_be_made_leaves_the_state_as_it_was(ask):
    ask.screen = None

    status, _, body = ask(ADDRESS + KEY, '"11-2000"')

    assert (status, json.loads(body)) == (200, {"version": "12", "wait": 2000})
