"""Bodies that come slowly hold some threads, never all: pages are given out while hundreds of senders dawdle.

The web server reads a body in the thread of the request and waits for it without end. So only some threads may
wait; who comes when all of those are waiting is told to try again, without a thread for it.
"""

from collections.abc import Callable, Iterable
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

# Of the 16 threads of a web process (see `serve`).
MOST_READING = 10
# A body that is there already is read at once, so places come free; longer than this, they are all held up.
SECONDS_TO_WAIT = 0.1

Answer = Iterable[bytes]
Application = Callable[[dict[str, Any], Callable[..., Any]], Answer]


class PatientBodies:
    """A WSGI layer. A small body is read before Django begins; while a large one is read its place is kept."""

    def __init__(self, application: Application, most_reading: int = MOST_READING) -> None:
        self._application = application
        self._places = BoundedSemaphore(most_reading)
        self._all_held_up = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Answer:
        length = environ.get("CONTENT_LENGTH") or "0"
        if length == "0":
            return self._application(environ, start_response)
        if not self._enter():
            return _try_again(start_response)
        try:
            if not _is_small(length):
                return self._application(environ, start_response)
            environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(int(length)))
        finally:
            self._leave()
        return self._application(environ, start_response)

    def _enter(self) -> bool:
        """Take a place. Once somebody waited in vain nobody waits, until a place comes free."""
        if self._places.acquire(blocking=False):
            return True
        if self._all_held_up:
            return False
        entered = self._places.acquire(timeout=SECONDS_TO_WAIT)
        self._all_held_up = not entered
        return entered

    def _leave(self) -> None:
        self._all_held_up = False
        self._places.release()


def _is_small(length: str) -> bool:
    return length.isascii() and length.isdigit() and len(length) < 10 and int(length) <= settings.PUBLIC_POST_MAX_BYTES


def _try_again(start_response: Callable[..., Any]) -> Answer:
    body = render_to_string("503.html").encode()
    headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Retry-After": "5"}
    start_response("503 Service Unavailable", [*headers.items(), ("Content-Length", str(len(body)))])
    return [body]
