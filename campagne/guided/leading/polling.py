"""What the screens of presenters and the board ask every few seconds: did anything change, and how long to wait.

One answer serves all screens of a session in this process for a second.
"""

from collections import OrderedDict
from datetime import datetime
from math import inf
from threading import Lock
from time import monotonic
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse

from campagne.guided.sessions.script import Kind
from campagne.guided.sessions.session import GuidedSession
from campagne.guided.sessions.standing import is_settling
from campagne.guided.taking_part.presence import Presence, presence_at
from campagne.quiz.questions.plan import Item

SECONDS_KEPT = 1
MOST_KEPT = 1000
WAIT_WHILE_ASKING, WAIT = 2000, 4000
"""In milliseconds."""


class Counted(NamedTuple):
    """What was counted of a session in one state; `kind` and `part` are what it is at, and stay that in this state."""

    at: float
    kind: Kind
    part: Item | None
    presence: Presence


class CountedPresence:
    """Who is in and who is done, counted at most once a second for each state of a session."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counted: OrderedDict[tuple[int, int], Counted] = OrderedDict()

    def of(self, session: GuidedSession) -> Counted:
        """Two queries in a second, and those for the script when the state is new."""
        key, now = (session.pk, session.state_version), monotonic()
        with self._lock:
            known = self._counted.get(key)
        if known and now - known.at < SECONDS_KEPT:
            return known
        kind, part = (known.kind, known.part) if known else (session.now.kind, session.lesson.part(session.now))
        counted = Counted(now, kind, part, presence_at(session, part))
        with self._lock:
            self._counted[key] = counted
            while len(self._counted) > MOST_KEPT:
                self._counted.popitem(last=False)
        return counted

    def recount(self) -> None:
        """Count anew whatever is asked next."""
        with self._lock:
            self._counted = OrderedDict((key, known._replace(at=-inf)) for key, known in self._counted.items())

    def forget(self) -> None:
        """Know nothing any more."""
        with self._lock:
            self._counted.clear()


counted_presence = CountedPresence()


def version_of(session: GuidedSession, counted: Counted, at: datetime) -> str:
    """What differs as soon as a screen of the presenter, or the board, would show something else."""
    parts = [session.state_version, counted.presence.present, counted.presence.answered]
    if session.is_running and not session.may_join(at):
        parts.append("dicht")
    if counted.kind is Kind.LOOK_BACK and is_settling(session.standing, at):
        parts.append("even")
    return "-".join(map(str, parts))


def answer_poll(request: HttpRequest, session: GuidedSession, at: datetime) -> HttpResponse:
    """Give the version and the wait, or 304 to who knows this version already."""
    version = version_of(session, counted_presence.of(session), at)
    tag = f'"{version}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    wait = WAIT_WHILE_ASKING if session.is_asking else WAIT
    return JsonResponse({"version": version, "wait": wait}, headers={"ETag": tag})
