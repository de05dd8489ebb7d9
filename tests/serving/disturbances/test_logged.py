"""An error in the log is noted by its class and place, and nothing of what somebody sent comes along."""

import logging
import sys

import pytest

from campagne.serving.disturbances.logged import Noted, named
from campagne.serving.disturbances.noting import Kind, take

SENT = "geheim-merkteken"


def record_of(logger: str, message: str, *args, error: Exception | None = None, level: int = logging.ERROR):
    try:
        if error:
            raise error
    except Exception:
        return logging.LogRecord(logger, level, __file__, 1, message, args, sys.exc_info())
    return logging.LogRecord(logger, level, __file__, 1, message, args, None)


def test_an_exception_is_its_class_and_the_place_in_our_code():
    what, place = named(record_of("django.request", "%s", SENT, error=ValueError(SENT)))

    assert what == "ValueError"
    assert place.startswith("tests/serving/disturbances/test_logged.py:")
    assert SENT not in what + place


@pytest.mark.parametrize(
    ("logger", "message", "args", "what"),
    [
        pytest.param("campagne.serving", "Het ging %d keer mis", (17,), "Het ging … keer mis", id="ours"),
        pytest.param("granian.x", "bad %s", (SENT,), "bad %s", id="of a library"),
    ],
)
def test_a_line_is_the_same_line_whatever_its_numbers(logger, message, args, what):
    assert named(record_of(logger, message, *args)) == (what, logger)


def test_only_errors_are_noted_and_each_once():
    logger = logging.Logger("campagne.test")
    logger.addHandler(Noted())

    logger.warning("een waarschuwing")
    logger.error("een fout")

    ((happening, tally),) = take().items()
    assert (happening.kind, happening.what, tally.count) == (Kind.ERROR, "een fout", 1)


def test_the_log_of_the_site_notes(settings):
    assert "noted" in settings.LOGGING["root"]["handlers"]
    assert settings.LOGGING["handlers"]["noted"]["class"] == f"{Noted.__module__}.{Noted.__name__}"
