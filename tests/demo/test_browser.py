"""The browser of an invented visitor, against a small real server."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from campagne.demo.browser import Browser, NoAnswer

LONG = "x" * 60


class Site(BaseHTTPRequestHandler):
    """Remembers what was asked, and answers by the address."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        status = {"/weg/": 404, "/rond/": 302, f"/quiz/{LONG}/": 500}.get(self.path, 200)
        self._answer(status, "/rond/" if status == 302 else "", f"<main>{self.path}</main>")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append((self.path, body, dict(self.headers)))
        if self.path == "/m":
            self._answer(400 if "kapot" in body else 204, "", "")
        else:
            self._answer(303, "/klaar/?a=1", "")

    def _answer(self, status, location, html):
        self.server.connections.add(self.client_address)
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(html)))
        if self.path == "/tot-ziens/":
            self.close_connection = True
        self.end_headers()
        self.wfile.write(html.encode())

    def log_message(self, *arguments):
        pass


@pytest.fixture
def server():
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    site.asked, site.connections = [], set()
    Thread(target=site.serve_forever, daemon=True).start()
    yield site
    site.shutdown()
    site.server_close()


@pytest.fixture
def browser(server):
    opened = Browser(f"http://127.0.0.1:{server.server_port}/")
    opened.headers = {"User-Agent": "Mozilla/5.0"}
    yield opened
    opened.close()


def test_pages_come_over_one_connection(browser, server):
    assert browser.open("/een/").html == "<main>/een/</main>"
    assert browser.open("/twee/", referrer=f"{browser.origin}/een/").path == "/twee/"
    assert len(server.connections) == 1


def test_a_connection_that_was_closed_meanwhile_is_opened_again(browser, server):
    browser.open("/tot-ziens/")

    assert browser.open("/een/").status == 200
    assert len(server.connections) == 2


def test_a_form_says_where_it_stands_and_leads_on(browser, server):
    answer = browser.submit("/start/", [("page", "7|8"), ("naam", "é")], on="/quiz/bank/")

    path, body, headers = server.asked[0]
    assert (path, body) == ("/start/", "page=7%7C8&naam=%C3%A9")
    assert headers["Origin"] == browser.origin
    assert headers["Referer"] == f"{browser.origin}/quiz/bank/"
    assert headers["User-Agent"] == "Mozilla/5.0"
    assert answer.path == "/klaar/?a=1"


def test_what_the_tracker_says_is_short_text_from_our_own_page(browser, server):
    browser.tell({"kind": "view", "page": 7}, on="/een/")

    path, body, headers = server.asked[0]
    assert (path, body) == ("/m", '{"kind":"view","page":7}')
    assert headers["Content-Type"] == "text/plain;charset=UTF-8"
    assert headers["Sec-Fetch-Site"] == "same-origin"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        pytest.param("/weg/", "GET /weg/: 404", id="gone"),
        pytest.param("/rond/", "GET /rond/: 302", id="in circles"),
        pytest.param(f"/quiz/{LONG}/", "GET /quiz/…/: 500", id="the signed part is left out"),
    ],
)
def test_what_is_no_page_is_a_failure_with_its_address(browser, path, sentence):
    with pytest.raises(NoAnswer) as failure:
        browser.open(path)

    assert str(failure.value) == sentence


def test_a_refused_message_is_a_failure(browser):
    with pytest.raises(NoAnswer, match="POST /m: 400"):
        browser.tell({"kind": "kapot"}, on="/")


def test_a_site_that_is_not_there_is_a_failure():
    with pytest.raises(NoAnswer, match=r"GET /: "):
        Browser("http://127.0.0.1:9").open("/")
