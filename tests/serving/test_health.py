"""`/-/live` answers as soon as the site serves, `/-/ready` says what is wrong behind it."""

import json

import pytest

from campagne.serving import health
from campagne.serving.readiness import SILENT, Examination, Readiness


def test_live_answers_without_the_database(client):
    response = client.get("/-/live")

    assert (response.status_code, response.content) == (200, b"live\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("found", "status"),
    [
        pytest.param(Readiness(), 200, id="all is well"),
        pytest.param(Readiness(warnings=("De taak 'Tellen' is te laat.",)), 200, id="a job is late"),
        pytest.param(SILENT, 503, id="the database is away"),
    ],
)
def test_ready_says_what_is_wrong(client, monkeypatch, found, status):
    monkeypatch.setattr(health, "examination", Examination(lambda at: found))

    response = client.get("/-/ready")

    assert response.status_code == status
    assert json.loads(response.content) == {
        "klaar": status == 200,
        "redenen": list(found.reasons),
        "waarschuwingen": list(found.warnings),
    }
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_ready_asks_the_database_itself(client, django_db_setup):
    answer = client.get("/-/ready").json()

    assert (answer["klaar"], answer["redenen"]) == (True, [])


def test_ready_takes_no_posts(client):
    assert client.post("/-/ready").status_code == 405
