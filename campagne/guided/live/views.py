"""The state for a server without the layer in front, such as the one for developing: fetched anew each time."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from campagne.guided.live.answers import answer
from campagne.guided.live.known import KnownSessions, fetch_sessions
from campagne.guided.live.shared import SharedScreens
from campagne.guided.taking_part.shared import shared_screen


def state(request: HttpRequest, key: str) -> HttpResponse:
    known_tag = request.headers.get("If-None-Match", "")
    shared = SharedScreens(lambda key, version: shared_screen(key, version, timezone.now()))
    given = answer(request.method or "", key, known_tag, KnownSessions(fetch_sessions), shared)
    return HttpResponse(given.body, status=given.status, headers=given.headers)
