"""A library is never hindered, a flood is; and nobody's address is kept."""

from itertools import count

import pytest

from campagne.serving.intake.rate import LIMITS, MOST_SENDERS, NotTooOften, Senders, limit_on, sender_of

pytestmark = pytest.mark.once

LIBRARY = "203.0.113.9"


@pytest.mark.parametrize(
    ("method", "path", "number"),
    [
        ("POST", "/beheer/login/", 0),
        ("POST", "/beheer/toegang/tweede-stap/authenticate/", 1),
        ("GET", "/beheer/toegang/tweede-stap/webauthn/login/", 2),
        ("GET", "/beheer/toegang/gemeente/beek/login/", 2),
        ("POST", "/beheer/password_reset/", 3),
        ("POST", "/beheer/password_reset/confirm/a/b/", 3),
        ("GET", "/zoeken/", 4),
        ("POST", "/nuttig/", 5),
        ("POST", "/quiz/appje/start/", 5),
        ("GET", "/instructies/hang-op/kaart/pdf/", 6),
    ],
)
def test_what_costs_something_has_a_limit(method, path, number):
    assert limit_on(method, path) is LIMITS[number]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/"), ("GET", "/beheer/login/"), ("POST", "/beheer/pages/4/edit/"), ("GET", "/beheer/quiz/1/pdf/")],
)
def test_reading_and_working_have_none(method, path):
    assert limit_on(method, path) is None


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxies", "sender"),
    [
        pytest.param(LIBRARY, "", 0, LIBRARY, id="no proxy"),
        pytest.param(LIBRARY, "198.51.100.1", 0, LIBRARY, id="said by the sender, with no proxy of ours"),
        pytest.param("127.0.0.1", "198.51.100.1, 203.0.113.9", 1, LIBRARY, id="one proxy adds the last"),
        pytest.param("127.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.1", 2, LIBRARY, id="two proxies"),
        pytest.param("10.0.0.1", LIBRARY, 2, "10.0.0.1", id="fewer than there are proxies"),
        pytest.param("127.0.0.1", "203.0.113.9:4711", 1, LIBRARY, id="with a port"),
        pytest.param("127.0.0.1", "[2001:db8::1]:4711", 1, "2001:db8::/64", id="between brackets"),
        pytest.param("2001:db8:0:1:aaaa::1", "", 0, "2001:db8:0:1::/64", id="a house has a network"),
        pytest.param("::ffff:203.0.113.9", "", 0, LIBRARY, id="the old inside the new"),
        pytest.param("10.0.0.1", "kwaad\0, <script>", 1, "10.0.0.1", id="no address at all"),
        pytest.param("127.0.0.1", "", 0, None, id="the machine itself"),
        pytest.param("127.0.0.1", "", 1, None, id="the machine itself, past the proxy"),
        pytest.param("", "", 0, None, id="a socket without an address"),
    ],
)
def test_who_sends_it(remote, forwarded, proxies, sender):
    assert sender_of({"REMOTE_ADDR": remote, "HTTP_X_FORWARDED_FOR": forwarded}, proxies) == sender


def test_thirty_tablets_behind_one_address_finish_a_quiz_in_five_minutes():
    senders, forms = Senders(), limit_on("POST", "/quiz/appje/start/")

    for minute in range(13):  # All thirty press at the same moment, thirteen times.
        assert [senders.take(forms, LIBRARY, minute * 23.0) for _ in range(30)] == [0] * 30


@pytest.mark.parametrize(
    ("method", "path", "each"),
    [
        pytest.param("POST", "/beheer/login/", 2, id="password"),
        pytest.param("POST", "/beheer/toegang/tweede-stap/authenticate/", 2, id="code"),
        pytest.param("POST", "/beheer/toegang/tweede-stap/webauthn/login/", 2, id="passkey"),
        pytest.param("GET", "/beheer/toegang/gemeente/beek/login/callback/", 3, id="account of a municipality"),
    ],
)
def test_thirty_colleagues_who_make_a_mistake_come_in_at_the_same_moment(method, path, each):
    senders, limit = Senders(), limit_on(method, path)

    assert [senders.take(limit, LIBRARY, 10.0) for _ in range(30 * each)] == [0] * 30 * each


def test_somebody_who_guesses_passwords_is_slowed_down_to_twelve_a_minute():
    senders, login = Senders(), limit_on("POST", "/beheer/login/")

    tried = sum(senders.take(login, LIBRARY, second / 100) == 0 for second in range(60_000))

    assert tried == 60 + 120 - 1


def test_another_sender_is_not_hindered():
    senders, login = Senders(), limit_on("POST", "/beheer/login/")
    for _ in range(100):
        senders.take(login, LIBRARY, 1.0)

    assert senders.take(login, "198.51.100.1", 1.0) == 0


def test_no_address_stays_in_memory_and_the_key_lasts_an_hour():
    senders, login = Senders(), limit_on("POST", "/beheer/login/")
    for _ in range(61):
        waited = senders.take(login, LIBRARY, 1.0)

    kept = [repr(vars(buckets)) for buckets in senders._buckets.values()]
    assert LIBRARY not in "".join(kept)
    assert waited > 0
    assert senders.take(login, LIBRARY, 3601.0) == 0


def test_a_flood_of_senders_takes_no_more_memory():
    senders, login = Senders(), limit_on("POST", "/beheer/login/")
    for number in range(MOST_SENDERS * 2):
        senders.take(login, f"sender {number}", 1.0)

    assert len(senders._buckets[login]) == MOST_SENDERS


def test_a_flood_gets_a_kind_page_and_is_told_when_to_come_back(client, home):
    answers = (client.get("/zoeken/", REMOTE_ADDR=LIBRARY) for _ in count())

    refused = next(answer for answer in answers if answer.status_code != 200)

    assert refused.status_code == 429
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert "Even rustig aan" in refused.content.decode()
    assert not refused.cookies
    assert client.get("/zoeken/", REMOTE_ADDR="198.51.100.1").status_code == 200
    assert client.get("/", REMOTE_ADDR=LIBRARY).status_code == 200


def test_a_process_counts_for_itself():
    assert NotTooOften(None).senders is not NotTooOften(None).senders
