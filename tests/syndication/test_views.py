"""What all feeds and the card have in common: who may read them, how long they are kept, and that they end."""

import json
import re
import time
from base64 import b64encode
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone

from campagne.headers import policy_for, policy_of_card
from campagne.incidents.course import Kind
from campagne.incidents.raising import Wanted, end, update
from campagne.incidents.telling import PATHS
from campagne.serving.store.address import Address
from campagne.serving.store.making import Maker

pytestmark = pytest.mark.django_db
FEEDS = ["/nu/atom.xml", "/nu/cap.xml", "/nu/nu.json"]
CARD = "/nu/kaart/"
MOST_BYTES = 5_000
BAD = '<b onclick="x">&"\'</b>'


def as_json(client):
    return json.loads(client.get("/nu/nu.json").content)


def test_all_of_them_are_made_at_each_change():
    assert {*FEEDS, CARD} <= set(PATHS)


@pytest.mark.parametrize("path", FEEDS)
def test_any_site_may_read_a_feed_and_nothing_of_it_is_of_one_visitor(client, officers, path):
    officers.raised()

    answer = client.get(path)

    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"] == "public, max-age=30, stale-if-error=86400"
    assert "X-Robots-Tag" not in answer
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize("path", ["/nu/", "/nu/en/", CARD, "/", "/nu/fr.xml", "/nu/cap/0.xml", "/robots.txt"])
def test_nothing_else_may_be_read_by_scripts_of_other_sites(client, home, path):
    answer = client.get(path)

    assert "Access-Control-Allow-Origin" not in answer
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", [*FEEDS, CARD])
def test_an_exercise_is_nothing_for_search_engines(client, officers, path):
    officers.raised(is_exercise=True)
    officers.raised()

    assert client.get(path)["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", [*FEEDS, CARD])
def test_what_is_stored_ends_with_what_it_tells_and_knows_what_comes_then(officers, path):
    officers.raised(area="Urmond", ends_at=timezone.now() + timedelta(minutes=11))
    at_ends = (request_started, request_finished)
    for each in at_ends:
        each.disconnect(close_old_connections)

    answer = Maker(get_wsgi_application(), "http").make(Address("localhost", path))
    for each in at_ends:
        each.connect(close_old_connections)

    assert answer.may_be_stored
    assert 600 < answer.valid_until - time.time() < 661
    assert b"Urmond" in answer.body
    assert b"Ga naar binnen" not in answer.afterwards.body
    assert answer.afterwards.may_be_stored


def test_json_tells_each_incident_in_every_language(client, officers):
    incident = officers.raised(area=BAD, own={"nl": BAD, "en": "", "de": ""})

    told = as_json(client)

    [found] = told["incidents"]
    assert (told["version"], told["state"], found["state"], found["kind"]) == (1, "live", "live", "alert")
    assert found["identifier"] == f"localhost.{incident.pk.hex}.1"
    assert found["cap"].endswith(f"/nu/cap/{incident.pk.hex}-1.xml")
    assert (found["area"], found["languages"]["nl"]["lines"], found["over_at"]) == (BAD, [BAD], None)
    assert found["languages"]["de"]["title"] == "Gaswolke: das tun Sie"
    assert found["languages"]["en"]["acts"][0] == {"pictogram": "inside", "text": "Go inside.", "detail": ""}
    assert found["languages"]["en"]["url"].endswith("/nu/en/")


def test_json_drops_what_was_superseded_and_what_to_do_once_it_is_over(client, officers):
    incident = officers.raised(area="Urmond")
    update(incident.pk, 1, Wanted("Elsloo", incident.ends_at), officers.first, timezone.now())
    updated = client.get("/nu/nu.json").content.decode()
    end(incident.pk, 2, Kind.ALL_CLEAR, officers.first, timezone.now())

    told = as_json(client)

    assert ("Urmond" in updated, "Elsloo" in updated) == (False, True)
    assert (told["state"], told["incidents"][0]["state"]) == ("calm", "cleared")
    assert told["incidents"][0]["languages"]["nl"]["acts"] == []
    assert len(told["incidents"][0]["supersedes"]) == 2
    assert told["incidents"][0]["over_at"]


def test_json_of_an_exercise_says_so_in_its_title_too(client, officers):
    officers.raised(is_exercise=True)

    told = as_json(client)

    assert (told["state"], told["incidents"][0]["is_exercise"]) == ("exercise", True)
    assert told["incidents"][0]["languages"]["nl"]["title"].startswith("OEFENING: ")


def test_json_while_nothing_is_told(client, home):
    assert (as_json(client)["state"], as_json(client)["incidents"]) == ("calm", [])


def test_the_card_may_stand_in_a_frame_of_anybody_and_asks_for_nothing(client, officers):
    officers.raised(area=BAD)
    officers.raised(is_exercise=True)

    answer = client.get(CARD)
    text = answer.content.decode()

    assert len(answer.content) <= MOST_BYTES
    assert answer["Content-Security-Policy"] == policy_of_card()
    assert "frame-ancestors *" in policy_of_card()
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    assert b64encode(sha256(style.encode()).digest()).decode() in policy_of_card()
    assert "X-Frame-Options" not in answer
    assert not answer.cookies
    assert (
        re.findall(r"<(?:script|img|iframe|form|link)|\sstyle=|\son\w+=\"|url\(|@import", text.replace(BAD, "")) == []
    )
    assert '<base target="_top">' in text
    assert ("Er is nu een incident" in text, "OEFENING: Gaswolk" in text, BAD in text) == (True, True, False)


def test_no_other_address_may_stand_in_a_frame(client, home):
    answers = [client.get(path) for path in ("/nu/", "/", "/nu/kaart/x/", *FEEDS)]

    assert {answer["X-Frame-Options"] for answer in answers} == {"DENY"}
    assert all("frame-ancestors 'none'" in answer["Content-Security-Policy"] for answer in answers)
    assert policy_for(CARD, is_refusal=True) == policy_for("/")


def test_the_card_says_what_is_over_and_when_all_is_calm(client, officers):
    calm = client.get(CARD).content.decode()
    incident = officers.raised()
    end(incident.pk, 1, Kind.ALL_CLEAR, officers.first, timezone.now())

    assert 'data-is="calm"' in calm
    assert "Sein veilig: Gaswolk: dit doet u" in client.get(CARD).content.decode()


@pytest.mark.parametrize("path", [*FEEDS, CARD])
def test_however_many_incidents_the_questions_stay_few(client, officers, django_assert_max_num_queries, path):
    for _ in range(4):
        officers.raised()
    client.get(path)

    with django_assert_max_num_queries(8):
        client.get(path)
