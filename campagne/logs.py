"""Logs: one line per event, for people while debugging and as JSON otherwise; never about a visitor.

What a visitor sends can be anywhere: in an address, in the words of an exception, in what a library found
strange. So a line holds what we wrote ourselves, and points at the rest: a class, a route, a place in the code.
"""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from traceback import FrameSummary, extract_tb
from typing import Any

BASE_DIR = Path(__file__).resolve().parent.parent
# Who writes only words of its own. Of everybody else the words are left out.
TRUSTED = {"campagne", "home", "doelgroepen", "_granian"}
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


def logging_settings(*, debug: bool) -> dict[str, Any]:
    """Send everything to one handler. Warnings of Python come along, because they may quote values."""
    logging.captureWarnings(not debug)
    formatter = {"format": "{levelname} {name}: {message}", "style": "{"} if debug else {"()": "campagne.logs.OneLine"}
    to_root = {"handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line"},
            "noted": {"class": "campagne.serving.disturbances.logged.Noted"},
        },
        "root": {"handlers": ["console", "noted"], "level": "WARNING"},
        "loggers": {
            "campagne": {"level": "INFO"},
            "django": {**to_root, "level": "WARNING"},
            "django.server": {**to_root, "level": "INFO" if debug else "WARNING"},
            "django.request": {"level": "ERROR"},
            # Anybody can send an old form, or ask for a host of others, as often as they like.
            "django.security": {**to_root, "level": "ERROR"},
            "django.security.DisallowedHost": {**to_root, "level": "CRITICAL"},
            "_granian": {**to_root, "level": "WARNING"},
        },
    }


class OneLine(logging.Formatter):
    """One JSON object a line: when, how bad, from whom, and what happened at which route or place in the code."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
            **request_of(record),
            **error_of(record),
        }
        return json.dumps({name: value for name, value in said.items() if value is not None})


def message_of(record: logging.LogRecord) -> str:
    """Our own words whole; of a library its words without the values, or else where it spoke."""
    if record.name.partition(".")[0] in TRUSTED:
        return record.getMessage()
    if record.args and isinstance(record.msg, str):
        return record.msg
    return f"at {record.module}:{record.lineno}"


def request_of(record: logging.LogRecord) -> dict[str, Any]:
    """What was asked, without what the asker filled in: a route has no words of the address in it."""
    request = getattr(record, "request", None)
    method = getattr(request, "method", None)
    found = getattr(request, "_wagtail_route_for_request", None)
    return {
        "status": getattr(record, "status_code", None),
        "method": method if method in METHODS else None,
        "route": getattr(getattr(request, "resolver_match", None), "route", None),
        "page": found[0].pk if found else None,
    }


def error_of(record: logging.LogRecord) -> dict[str, Any]:
    """The classes of the exception and what caused it, and the way through our code; never its words.

    "DETAIL: Key (email)=(…)" of a database, or the value that was no number, is what somebody sent.
    """
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return {}
    chain = list(_chain(error))
    return {
        "error": " < ".join(f"{type(each).__module__}.{type(each).__qualname__}" for each in chain),
        "stack": [place for each in reversed(chain) for place in _way(each)],
    }


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, what caused it, what caused that; each once."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _way(error: BaseException) -> list[str]:
    """The lines of ours that were passed, and the line where it went wrong, whoever's that is."""
    frames = list(extract_tb(error.__traceback__))
    ours = [frame for frame in frames if _is_ours(frame)]
    if frames and frames[-1] not in ours:
        ours.append(frames[-1])
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in ours]


def _is_ours(frame: FrameSummary) -> bool:
    path = Path(frame.filename)
    return path.is_relative_to(BASE_DIR) and "site-packages" not in path.parts


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(BASE_DIR)) if path.is_relative_to(BASE_DIR) else "/".join(path.parts[-3:])
