"""What takes long is noted by its shape and place; what is quick leaves nothing."""

import pytest
from django.db import connection
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from campagne.serving.disturbances import slowness
from campagne.serving.disturbances.noting import Kind, take
from campagne.serving.disturbances.slowness import SlowRequests, shape_of

SECRET = "Jansen-0612345678"


@pytest.mark.parametrize(
    ("statement", "shape"),
    [
        ("SELECT a FROM b WHERE c IN (%s, %s, %s)\n LIMIT 21", "SELECT a FROM b WHERE c IN (…) LIMIT ?"),
        ("SELECT 'x''y', 3.5 FROM t_1", "SELECT ?, ? FROM t_1"),
        ("INSERT INTO t VALUES (%s, %s), (%s, %s)", "INSERT INTO t VALUES (…), (…)"),
    ],
)
def test_a_statement_has_no_values(statement, shape):
    assert shape_of(statement) == shape


@given(st.text())
def test_nothing_that_is_quoted_is_left(text):
    quoted = "'" + text.replace("'", "''") + "'"

    assert shape_of(f"SELECT a FROM b WHERE c = {quoted} AND d = %s") == "SELECT a FROM b WHERE c = ? AND d = %s"


def test_a_slow_question_is_noted_with_where_it_was_asked(db, monkeypatch):
    monkeypatch.setattr(slowness, "SLOW_QUERY", 0.0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM django_migrations WHERE name = %s", [SECRET])

    ((happening, tally),) = take().items()

    assert (happening.kind, tally.count) == (Kind.SLOW_QUERY, 1)
    assert happening.what == "SELECT name FROM django_migrations WHERE name = %s"
    assert "test_slowness.py:" in happening.place
    assert SECRET not in str(happening)


def test_a_quick_question_leaves_nothing(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")

    assert take() == {}


def test_a_slow_request_is_noted_by_its_route(rf, client, db, monkeypatch):
    monkeypatch.setattr(slowness, "SLOW_REQUEST", 0.0)

    client.get(f"/zoeken/?q={SECRET}")
    SlowRequests(lambda request: HttpResponse())(rf.generic("RAAR", f"/{SECRET}/"))

    assert {(happening.what, happening.place) for happening in take()} == {
        ("GET zoeken/", "antwoord 200"),
        ("een ander verzoek een onbekend adres", "antwoord 200"),
    }
