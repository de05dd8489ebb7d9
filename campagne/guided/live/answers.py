"""What a screen that asks for the state gets: the version and how long to wait, or in a few words why not."""

import json
from http import HTTPStatus
from typing import NamedTuple

from campagne.guided.live.known import KnownSessions, Unknown
from campagne.guided.live.pace import wait_of
from campagne.guided.live.shared import SharedScreens

JSON, TEXT = "application/json", "text/plain; charset=utf-8"
MAY = "GET, HEAD"
# What the other layers of the site give every answer, as far as an answer of a few words needs it.
HEADERS = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": "default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Answer(NamedTuple):
    """A status, headers and a body."""

    status: HTTPStatus
    headers: dict[str, str]
    body: bytes = b""


def answer(
    method: str, key: str, known_tag: str, known: KnownSessions, shared: SharedScreens, *, is_busy: bool = False
) -> Answer:
    """Answer one poll. The tag holds the wait too: when that changes, the screens must hear it.

    Who follows the group gets the screen that is the same for all of them along with it.
    """
    if method not in {"GET", "HEAD"}:
        return _words(HTTPStatus.METHOD_NOT_ALLOWED, "Alleen GET.", Allow=MAY)
    try:
        session = known.now().get(key)
    except Unknown:
        return _words(HTTPStatus.SERVICE_UNAVAILABLE, "Even geen verbinding.", **{"Retry-After": "5"})
    if session is None:
        return _words(HTTPStatus.NOT_FOUND, "Deze les is er niet.")
    wait = wait_of(session.state, is_asking=session.is_asking, is_busy=is_busy)
    tag = f'"{session.version}-{wait}"'
    if tag in known_tag:
        return Answer(HTTPStatus.NOT_MODIFIED, {**HEADERS, "ETag": tag})
    told = {"version": str(session.version), "wait": wait}
    if known_tag and (screen := shared.of(key, session.version)):
        told["screen"] = screen
    return _whole(HTTPStatus.OK, JSON, json.dumps(told).encode() if method == "GET" else b"", {"ETag": tag})


def _words(status: HTTPStatus, words: str, **headers: str) -> Answer:
    return _whole(status, TEXT, words.encode(), headers)


def _whole(status: HTTPStatus, content_type: str, body: bytes, headers: dict[str, str]) -> Answer:
    described = {"Content-Type": content_type, "Content-Length": str(len(body))}
    return Answer(status, {**HEADERS, **described, **headers}, body)
