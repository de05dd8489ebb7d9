"""An editor: somebody who is logged in at the admin and sends its forms, as a browser does."""

from http.cookiejar import CookieJar
from time import sleep
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from wagtail.models import Page

from campagne.measurement.benchmarks.survival.installation import Installation

NAME = "redacteur-regio"
SECONDS_TO_WAIT = 30
BUSY, TIMES_TO_TRY = 503, 5
# What every form of an article has beside its fields: the lists in it, all empty.
EMPTY_LISTS = {f"{name}-count": 0 for name in ("body", "next_step", "sources")}
NO_ROWS = {f"{name}-{kind}_FORMS": 0 for name in ("comments", "easy_texts") for kind in ("TOTAL", "INITIAL")}


class Editor:
    """Tries again when the admin says that it is too busy. Raises RuntimeError when it does not do what is asked."""

    def __init__(self, site: Installation) -> None:
        self._site, self._base = site, f"http://localhost:{site.port}"
        self._cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self._cookies), StaysHere)
        self._send("/beheer/login/")
        self._send("/beheer/login/", {"username": NAME, "password": site.passwords[NAME]})

    def publish(self, parent: int, title: str, slug: str, page: int | None = None, **more: str) -> int:
        """Publish an article below `parent`, or publish `page` again as it is told here; return its id."""
        place = f"pages/{page}/edit" if page else f"pages/add/content/articlepage/{parent}"
        told = {"title": title, "slug": slug, "summary": title, "action-publish": "1"}
        self._send(f"/beheer/{place}/", {**told, **EMPTY_LISTS, **NO_ROWS, **more})
        with self._site.database():
            return page or Page.objects.child_of(Page.objects.get(pk=parent)).get(slug=slug).pk

    def unpublish(self, page: int) -> None:
        self._send(f"/beheer/pages/{page}/unpublish/", {})

    def move(self, page: int, parent: int) -> None:
        self._send(f"/beheer/pages/{page}/move/{parent}/confirm/", {})

    def _send(self, path: str, told: dict[str, Any] | None = None) -> None:
        """Read a screen, or send a form; a form that is taken leads elsewhere."""
        for _ in range(TIMES_TO_TRY):
            if (status := self._answer(path, told)) != BUSY:
                break
            sleep(1)
        if status != (200 if told is None else 302):
            raise RuntimeError(f"{path} answered {status}")

    def _answer(self, path: str, told: dict[str, Any] | None) -> int:
        secret = next((cookie.value for cookie in self._cookies if cookie.name == "csrftoken"), "")
        body = None if told is None else urlencode({**told, "csrfmiddlewaretoken": secret}).encode()
        try:
            self._opener.open(Request(self._base + path, body, {"Origin": self._base}), timeout=SECONDS_TO_WAIT).close()  # noqa: S310 (our own server)
        except HTTPError as answer:
            return answer.code
        return 200


class StaysHere(HTTPRedirectHandler):
    """An answer that leads elsewhere is where we want to be."""

    def redirect_request(self, *told: Any) -> None:
        return None
