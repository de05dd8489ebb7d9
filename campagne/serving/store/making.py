"""Make a page from a request of our own, so that nothing a reader sends can be in it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

from campagne.serving.store.address import Address
from campagne.serving.store.page import AS_OF, HAS_AFTERWARDS, PAGE_ID, VALID_UNTIL, Answer

Site = Callable[[dict[str, Any], Callable], Iterable[bytes]]
# What follows one upon another: a page with three things that end has as many forms afterwards, and one more in hand.
MOST_ENDINGS = 4


class Maker:
    """Asks the site behind the store for pages. `scheme` is http or https, as readers come in."""

    def __init__(self, site: Site, scheme: str) -> None:
        self._site, self.scheme = site, scheme

    def make(self, address: Address) -> Answer:
        """Ask for the page, and if it says that it has more to say after its end, also for that."""
        return self._made(address, None, MOST_ENDINGS)

    def _made(self, address: Address, as_of: float | None, endings: int) -> Answer:
        answer = self._ask(address, as_of)
        if not (endings and answer.has_afterwards and answer.may_be_stored):
            return answer
        afterwards = self._made(address, answer.valid_until, endings - 1)
        if afterwards.is_failure:
            return afterwards  # A page that cannot end would take the place of one that can.
        return replace(answer, afterwards=afterwards) if afterwards.may_be_stored else answer

    def _ask(self, address: Address, as_of: float | None) -> Answer:
        environ = {**self._request_for(address), **({} if as_of is None else {AS_OF: as_of})}
        told: list[tuple[str, list]] = []
        parts = self._site(environ, lambda status, headers, _=None: told.append((status, headers)))
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        status, headers = told[-1]
        said = {"page_id": environ.get(PAGE_ID), "valid_until": environ.get(VALID_UNTIL)}
        return Answer(status, headers, body, **said, has_afterwards=environ.get(HAS_AFTERWARDS, False))

    def _request_for(self, address: Address) -> dict[str, Any]:
        name, _, port = address.host.partition(":")
        return {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": address.path,
            "QUERY_STRING": address.query,
            "SERVER_NAME": name,
            "SERVER_PORT": port or ("443" if self.scheme == "https" else "80"),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": address.host,
            "HTTP_X_FORWARDED_PROTO": self.scheme,
            "REMOTE_ADDR": "127.0.0.1",
            "CONTENT_LENGTH": "",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self.scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
