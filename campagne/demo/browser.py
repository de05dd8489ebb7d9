"""A browser as far as a server can see one: it keeps its connection, says where it comes from and follows a 303."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlencode, urlsplit

SECONDS_TO_WAIT = 20
MOST_REDIRECTS = 5


class NoAnswer(Exception):
    """The site did not answer, or not with a page."""


@dataclass(frozen=True)
class Answer:
    """A page and the path where it was found in the end; `fragment` is what stood behind the hash of its address."""

    path: str
    status: int
    html: str
    fragment: str = ""


class Browser:
    """One connection to one site; `headers` are those of whoever uses it now."""

    def __init__(self, site_url: str) -> None:
        self.origin = site_url.rstrip("/")
        parts = urlsplit(self.origin)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = kind(parts.netloc, timeout=SECONDS_TO_WAIT)
        self.headers: dict[str, str] = {}

    def close(self) -> None:
        self._connection.close()

    def open(self, path: str, *, referrer: str = "") -> Answer:
        """Go to a page, by a link or by typing. Raises NoAnswer for anything that is no page."""
        site = "none" if not referrer else "same-origin" if referrer.startswith(self.origin) else "cross-site"
        headers = {"Accept": "text/html", "Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
        if referrer:
            headers["Referer"] = referrer
        return self._page("GET", path, "", headers)

    def submit(self, path: str, fields: list[tuple[str, str]], *, on: str) -> Answer:
        """Send a form that stands on the page `on`."""
        headers = {
            "Accept": "text/html",
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.origin,
            "Referer": self.origin + on,
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "navigate",
        }
        return self._page("POST", path, urlencode(fields), headers)

    def tell(self, message: Mapping[str, object], *, on: str) -> None:
        """Send what the tracker sends. Raises NoAnswer if it was refused."""
        headers = {
            "Content-Type": "text/plain;charset=UTF-8",
            "Origin": self.origin,
            "Referer": self.origin + on,
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "no-cors",
        }
        status, _, _ = self._ask("POST", "/m", json.dumps(message, separators=(",", ":")), headers)
        if status != 204:
            raise NoAnswer(f"POST /m: {status}")

    def _page(self, method: str, path: str, body: str, headers: dict[str, str]) -> Answer:
        path, _, fragment = path.partition("#")
        for _ in range(MOST_REDIRECTS):
            status, location, html = self._ask(method, path, body, headers)
            if status not in {301, 302, 303} or not location:
                break
            method, body, path = "GET", "", _path_of(location)
            fragment = urlsplit(location).fragment or fragment
            headers = {key: value for key, value in headers.items() if key not in {"Content-Type", "Origin"}}
        if status != 200:
            raise NoAnswer(f"{method} {_without_secret(path)}: {status}")
        return Answer(path, status, html, fragment)

    def _ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        """Ask once more on a new connection when the server closed the old one meanwhile."""
        for attempt in (1, 2):
            try:
                self._connection.request(method, path, body.encode() or None, {**self.headers, **headers})
                response = self._connection.getresponse()
                return response.status, response.getheader("Location", ""), response.read().decode("utf-8", "replace")
            except (HTTPException, OSError) as error:
                self._connection.close()
                if attempt == 2:
                    raise NoAnswer(f"{method} {_without_secret(path)}: {error or type(error).__name__}") from error
        raise AssertionError("unreachable")


def _path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _without_secret(path: str) -> str:
    """The address without its signed part, so that the same failure is counted once."""
    return "/".join("…" if len(part) > 40 or ":" in part else part for part in path.split("/"))
