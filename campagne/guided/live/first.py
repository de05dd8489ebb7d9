"""WSGI: where a group is, answered before everything else of the site, because all screens ask it all the time."""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Any

from campagne.guided.live.answers import answer
from campagne.guided.live.known import KnownSessions, known_sessions
from campagne.guided.live.pace import Pace
from campagne.guided.live.shared import SharedScreens, shared_screens

ADDRESS = "/meedoen/stand/"
Site = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class StateFirst:
    """Answer polls, and leave everything else to the site."""

    def __init__(
        self,
        site: Site,
        known: KnownSessions = known_sessions,
        shared: SharedScreens = shared_screens,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._site, self._known, self._shared, self._clock = site, known, shared, clock
        self._pace = Pace(clock())

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if not path.startswith(ADDRESS):
            return self._site(environ, start)
        self._pace.note(self._clock())
        given = answer(
            environ["REQUEST_METHOD"],
            path[len(ADDRESS) :],
            environ.get("HTTP_IF_NONE_MATCH", ""),
            self._known,
            self._shared,
            is_busy=self._pace.is_busy,
        )
        start(f"{given.status.value} {given.status.phrase}", list(given.headers.items()))
        return (given.body,) if given.body else ()
