"""A store in a folder of its own, before a small site that says what it was asked, or before the whole product."""

from collections.abc import Callable

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from campagne.serving.store.front import PagesFirst, Store
from campagne.serving.store.making import Maker

HOST = "localhost:8000"


class Reader:
    """Asks a WSGI application as a browser would, and remembers nothing."""

    def __init__(self, application: Callable) -> None:
        self._application = application

    def get(self, path: str = "/", **environ) -> "Got":
        path, _, query = path.partition("?")
        told = []
        request = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": HOST,
            "HTTP_ACCEPT_ENCODING": "",
            "wsgi.url_scheme": "http",
            "wsgi.input": None,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            **environ,
        }
        parts = self._application(request, lambda status, headers, _=None: told.append((status, headers)))
        body = b"".join(parts)
        getattr(parts, "close", lambda: None)()
        [(status, headers)] = told
        return Got(int(status[:3]), {name.lower(): value for name, value in headers}, body)


class Got:
    def __init__(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self) -> str:
        return self.body.decode()


class SmallSite:
    """A site of a few lines: it says how often it was asked, and shows all it heard of the reader."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = "200 OK"
        self.headers = [("Content-Type", "text/html; charset=utf-8")]
        self.fails = False
        self.broken_path = ""

    def __call__(self, environ, start):
        self.asked += 1
        if self.fails or environ["PATH_INFO"] == self.broken_path:
            start("503 Service Unavailable", [("Content-Type", "text/html")])
            return [b"kapot"]
        start(self.status, self.headers)
        heard = sorted(f"{name}={value}" for name, value in environ.items() if name.startswith(("HTTP_", "QUERY")))
        return [f"nummer {self.asked} {environ['PATH_INFO']} {heard}".encode()]


@pytest.fixture
def small_site():
    return SmallSite()


@pytest.fixture
def store(small_site, tmp_path):
    return Store(Maker(small_site, "http"), tmp_path)


@pytest.fixture
def asked_again():
    """The addresses that were given out in an older form, and so must be made again."""
    return []


@pytest.fixture
def reader(store, small_site, asked_again):
    return Reader(PagesFirst(small_site, store, asked_again.append, {HOST}))


@pytest.fixture
def product(tmp_path):
    """The whole product behind a store, in this process and in the transaction of the test."""
    at_ends = (request_started, request_finished)
    for end in at_ends:
        end.disconnect(close_old_connections)
    yield reader_of_product(tmp_path)
    for end in at_ends:
        end.connect(close_old_connections)


def reader_of_product(folder) -> Reader:
    site = get_wsgi_application()
    store = Store(Maker(site, "http"), folder)
    reader = Reader(PagesFirst(site, store, lambda address: None, {HOST}))
    reader.store = store
    return reader
