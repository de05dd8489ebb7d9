"""Make a page from a request of our own, so that nothing a reader sends can be in it."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

from campagne.serving.store.address import Address
from campagne.serving.store.page import PAGE_ID, VALID_UNTIL, Answer

Site = Callable[[dict[str, Any], Callable], Iterable[bytes]]


class Maker:
    """Asks the site behind the store for pages. `scheme` is http or https, as readers come in."""

    def __init__(self, site: Site, scheme: str) -> None:
        self._site, self.scheme = site, scheme

    def make(self, address: Address) -> Answer:
        environ = self._request_for(address)
        told: list[tuple[str, list]] = []
        parts = self._site(environ, lambda status, headers, _=None: told.append((status, headers)))
        try:
            body = b"".join(parts)
        finally:
            getattr(parts, "close", lambda: None)()
        status, headers = told[-1]
        return Answer(status, headers, body, environ.get(PAGE_ID), environ.get(VALID_UNTIL))

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
