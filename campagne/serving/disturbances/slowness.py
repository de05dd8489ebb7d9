"""What took long: a question to the database, or a whole request. What was quick costs two looks at the clock."""

import re
import sys
from collections.abc import Callable
from time import perf_counter
from types import FrameType
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from campagne.serving.disturbances.noting import Kind, note

SLOW_QUERY, SLOW_REQUEST = 0.5, 2.0
METHODS = frozenset({"GET", "HEAD", "POST"})
QUOTED, NUMBER = re.compile(r"'(?:[^']|'')*'"), re.compile(r"\b\d+(?:\.\d+)?\b")
SEVERAL, SPACES = re.compile(r"\((?:%s|\?)(?:, ?(?:%s|\?))+\)"), re.compile(r"\s+")
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


def shape_of(statement: str) -> str:
    """A statement without its values, so that the same one always looks the same and tells of nobody."""
    bare = NUMBER.sub("?", QUOTED.sub("?", statement))
    return SPACES.sub(" ", SEVERAL.sub("(…)", bare)).strip()


def timed(execute: Execute, statement: str, parameters: Any, many: bool, context: dict[str, Any]) -> Any:
    """Let Django's connection do it, and note it when that took long (`connection.execute_wrappers`)."""
    began = perf_counter()
    try:
        return execute(statement, parameters, many, context)
    finally:
        if (took := perf_counter() - began) >= SLOW_QUERY:
            note(Kind.SLOW_QUERY, shape_of(statement), place_of(sys._getframe(1)), took)


def place_of(frame: FrameType | None) -> str:
    """The nearest line of our code that led here, as file:line; empty when none did."""
    root = f"{settings.BASE_DIR}/"
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(root) and "site-packages" not in file and "/serving/database/" not in file:
            return f"{file.removeprefix(root)}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return ""


class SlowRequests:
    """Notes a request that took long by its route, never by its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        response = self.get_response(request)
        if (took := perf_counter() - began) >= SLOW_REQUEST:
            note(Kind.SLOW_REQUEST, route_of(request), f"antwoord {response.status_code}", took)
        return response


def route_of(request: HttpRequest) -> str:
    method = request.method if request.method in METHODS else "een ander verzoek"
    found = getattr(request, "_wagtail_route_for_request", None)
    route = getattr(request.resolver_match, "route", None)
    return f"{method} {f'pagina {found[0].pk}' if found else route or 'een onbekend adres'}"
