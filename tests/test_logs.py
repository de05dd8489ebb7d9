"""A line in the log says what happened, and nothing of what somebody sent."""

import json
import logging
import sys
from logging.config import dictConfig

import pytest
from django.db import IntegrityError
from django.test import Client, RequestFactory
from django.urls import path
from django.utils.log import DEFAULT_LOGGING

from campagne.logs import OneLine, logging_settings

pytestmark = pytest.mark.once
SECRET = "anna@voorbeeld.nl"


def fail(request, word):
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        raise IntegrityError(f"duplicate key\nDETAIL:  Key (email)=({SECRET}) already exists.") from error


urlpatterns = [path("stuk/<str:word>/", fail)]


def line_of(name: str, message: str, *arguments, level: int = logging.WARNING, **more) -> dict:
    record = logging.LogRecord(name, level, "/x/module.py", 12, message, arguments, more.pop("exc_info", None))
    record.__dict__.update(more)
    written = OneLine().format(record)
    assert "\n" not in written
    return json.loads(written)


@pytest.fixture
def written(caplog):
    """What the product would have written of everything that was logged."""
    caplog.handler.setFormatter(OneLine())
    return lambda: [json.loads(OneLine().format(record)) for record in caplog.records]


def test_a_line_says_when_how_bad_and_from_whom():
    line = line_of("campagne.serving", "job %s took %d s", "telling", 3)

    assert line.items() >= {"level": "WARNING", "logger": "campagne.serving", "message": "job telling took 3 s"}.items()
    assert line["time"].endswith("+00:00")


@pytest.mark.parametrize(
    ("name", "message", "arguments", "said"),
    [
        pytest.param("django.request", "%s: %s", ("Not Found", f"/{SECRET}"), "%s: %s", id="an address"),
        pytest.param("django.security.csrf", f"Invalid host: {SECRET}", (), "at module:12", id="already filled in"),
        pytest.param("wagtail.x", "Page %s", (SECRET,), "Page %s", id="a library's values"),
        pytest.param("py.warnings", "%s", (f"naive datetime {SECRET}",), "%s", id="a warning of Python"),
        pytest.param("homeless", SECRET, (), "at module:12", id="a name that only begins like ours"),
    ],
)
def test_words_of_others_are_left_out(name, message, arguments, said):
    line = line_of(name, message, *arguments)

    assert line["message"] == said
    assert SECRET not in json.dumps(line)


def test_a_request_is_its_route_and_never_its_address():
    request = RequestFactory().get(f"/stuk/{SECRET}/?q={SECRET}", headers={"user-agent": SECRET, "cookie": SECRET})
    request.resolver_match = type("Match", (), {"route": "stuk/<str:word>/"})

    line = line_of("django.request", "%s", SECRET, request=request, status_code=500)

    assert line.items() >= {"status": 500, "method": "GET", "route": "stuk/<str:word>/"}.items()
    assert SECRET not in json.dumps(line)


def test_a_method_that_somebody_made_up_is_not_written():
    assert "method" not in line_of("django.request", "x", request=RequestFactory().generic("ANNA", "/"))


@pytest.mark.urls("tests.test_logs")
def test_a_fault_shows_its_classes_and_the_way_through_our_code_but_no_values(written):
    Client(raise_request_exception=False, headers={"user-agent": SECRET}).get(f"/stuk/{SECRET}/?q={SECRET}")

    [line] = written()
    assert line["status"] == 500
    assert line["route"] == "stuk/<str:word>/"
    assert line["error"] == "django.db.utils.IntegrityError < builtins.KeyError"
    assert any(place.startswith("tests/test_logs.py:") and place.endswith(" fail") for place in line["stack"])
    assert SECRET not in json.dumps(line)


def test_errors_that_caused_each_other_end():
    first, second = ValueError(SECRET), TypeError(SECRET)
    first.__context__, second.__context__ = second, first
    try:
        raise first
    except ValueError:
        line = line_of("campagne", "oei", exc_info=sys.exc_info())

    assert line["error"] == "builtins.ValueError < builtins.TypeError"


@pytest.fixture
def configured():
    """The loggers as the product sets them; afterwards as they were."""
    names = ["", "django", "django.server", "django.request", "django.security.DisallowedHost", "_granian", "campagne"]
    loggers = [logging.getLogger(name) for name in names]
    before = [(each.handlers[:], each.level, each.propagate) for each in loggers]
    dictConfig(DEFAULT_LOGGING)
    dictConfig(logging_settings(debug=False))
    yield loggers
    for each, (handlers, level, propagate) in zip(loggers, before, strict=True):
        each.handlers[:], each.propagate = handlers, propagate
        each.setLevel(level)


def test_every_logger_writes_through_the_one_handler(configured):
    root, *others = configured

    assert OneLine in {type(handler.formatter) for handler in root.handlers}
    assert [each.name for each in others if each.handlers or not each.propagate] == []


@pytest.mark.parametrize(("name", "level"), [("DisallowedHost", logging.ERROR), ("csrf", logging.WARNING)])
def test_what_anybody_can_cause_at_will_is_no_line_in_the_log(configured, name, level):
    assert not logging.getLogger(f"django.security.{name}").isEnabledFor(level)
