"""The tracker in a real browser: it says what it must, once, and nothing about who reads."""

import gzip
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from campagne.measurement.bots import names_itself_program
from campagne.measurement.ingest import Aside, parse_beacon

pytestmark = pytest.mark.once
SCRIPT = Path(__file__).resolve().parents[2] / "static" / "js" / "tracker.js"
PAGE = """<!doctype html><html lang="nl"><title>Pagina</title><body>
<a id="call" href="#x" data-channel="bank"><span>Bel</span></a> <a id="on" href="/verder">Verder</a>
<div style="height: {height}px">Tekst</div>
<script type="module" src="/tracker.js" data-page="12" data-revision="40" data-step="0"
  data-stamp="abcDEF-_12345678" data-read-seconds="{seconds}"></script>"""


class Site(ThreadingHTTPServer):
    """A page with the tracker, and what was sent to /m."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self.server_port}"
        self.bodies, self.height, self.seconds = [], 100, 1

    def messages(self):
        return [parse_beacon(body, f"localhost:{self.server_port}") for body in self.bodies]

    def kinds(self):
        return [str(message if isinstance(message, Aside) else message.kind) for message in self.messages()]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        html = PAGE.format(height=self.server.height, seconds=self.server.seconds).encode()
        is_script = self.path == "/tracker.js"
        self.answer(200, SCRIPT.read_bytes() if is_script else html, "text/javascript" if is_script else "text/html")

    def do_POST(self):
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(204)

    def answer(self, status, body=b"", kind="text/plain"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def tracked():
    server = Site()
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(chromium, tracked):
    contexts = []

    def open_page(path="/", prepare="", **options):
        context = chromium.new_context(**options)
        contexts.append(context)
        if prepare:
            context.add_init_script(prepare)
        tab = context.new_page()
        tab.goto(f"{tracked.url}{path}")
        return tab

    yield open_page
    for context in contexts:
        context.close()


def wait_for(tab, tracked, number):
    for _ in range(80):
        if len(tracked.bodies) >= number:
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"expected {number} messages, found {tracked.kinds()}")


def test_it_is_smaller_than_a_kilobyte():
    assert len(gzip.compress(SCRIPT.read_bytes(), 9)) <= 1024


def test_a_view_is_said_at_once_and_read_when_it_was_read(visit, tracked):
    tab = visit()
    wait_for(tab, tracked, 2)
    view, read = tracked.messages()

    assert tracked.kinds() == ["view", "read"]
    assert (view.page_id, view.revision_id, view.is_entry, view.seconds_after) == (12, 40, True, 0)
    assert read.nonce == view.nonce
    assert read.seconds_after >= 1


def test_a_long_page_is_read_only_past_half(visit, tracked):
    tracked.height = 5000
    tab = visit()
    tab.wait_for_timeout(2500)
    assert tracked.kinds() == ["view"]

    tab.mouse.wheel(0, 3000)
    wait_for(tab, tracked, 2)
    assert tracked.kinds() == ["view", "read"]


def test_a_tap_on_a_channel_and_a_print_count_once_per_view(visit, tracked):
    tracked.seconds = 60
    tab = visit()
    tab.click("#call span")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    wait_for(tab, tracked, 3)

    assert [message.once.partition("|")[2] for message in tracked.messages()] == [
        "view",
        "act|report|bank",
        "act|print",
    ]


def test_going_on_within_the_site_and_reloading_are_no_entries(visit, tracked):
    tracked.seconds = 60
    tab = visit()
    tab.click("#on")
    wait_for(tab, tracked, 2)
    tab.reload()
    wait_for(tab, tracked, 3)

    assert [message.is_entry for message in tracked.messages()] == [True, False, False]
    assert len({message.nonce for message in tracked.messages()}) == 3


def test_the_entrance_is_said_with_everything_and_taken_out_of_the_address(visit, tracked):
    tab = visit("/les/?pagina=2#via-bieb-stein")
    wait_for(tab, tracked, 2)

    assert [(message.kind, message.via) for message in tracked.messages()] == [
        ("view", "bieb-stein"),
        ("read", "bieb-stein"),
    ]
    assert tab.url == f"{tracked.url}/les/"
    assert tab.evaluate("[history.length, history.state]") == [2, 0]


def test_a_reload_after_coming_in_along_an_entrance_is_no_visit(visit, tracked):
    tracked.seconds = 60
    tab = visit("/#via-bieb")
    wait_for(tab, tracked, 1)
    tab.reload()
    wait_for(tab, tracked, 2)

    assert [(message.is_entry, message.via) for message in tracked.messages()] == [(True, "bieb"), (False, "")]


def test_going_on_within_the_site_does_not_take_the_entrance_along(visit, tracked):
    tracked.seconds = 60
    tab = visit("/#via-bieb")
    wait_for(tab, tracked, 1)
    tab.click("#on")
    wait_for(tab, tracked, 2)

    assert "via" not in tracked.bodies[1].decode()


def test_what_somebody_chose_is_said_on_the_page_that_was_opened_with_it_and_on_no_other(visit, tracked):
    tracked.seconds = 60
    tab = visit()
    for number, address in enumerate(("/les/#via-voor-senioren", "/verder"), start=2):
        tab.evaluate("address => document.querySelector('#on').href = address", address)
        tab.click("#on")
        wait_for(tab, tracked, number)

    assert [(message.is_entry, message.via) for message in tracked.messages()] == [
        (True, ""),
        (False, "voor-senioren"),
        (False, ""),
    ]


@pytest.mark.parametrize(
    ("referrer", "told", "name"),
    [
        pytest.param("", None, "onbekend", id="typed"),
        pytest.param("https://www.google.nl/search?q=geheim", "www.google.nl", "Google", id="the host and no more"),
        pytest.param("android-app://com.whatsapp/", "com.whatsapp", "WhatsApp", id="an app"),
        pytest.param(f"https://{'x' * 60}.politie.nl/a", f"{'x' * 49}.politie.nl", "politie.nl", id="a long host"),
    ],
)
def test_it_says_of_which_host_somebody_came_and_nothing_of_what_was_read_there(visit, tracked, referrer, told, name):
    tracked.seconds = 60
    tab = visit(prepare=f"Object.defineProperty(Document.prototype, 'referrer', {{get: () => {json.dumps(referrer)}}})")
    wait_for(tab, tracked, 1)

    assert json.loads(tracked.bodies[0]).get("from") == told
    assert (tracked.messages()[0].referrer, tracked.messages()[0].is_entry) == (name, True)


def test_a_tap_on_a_report_channel_is_said_along_with_what_somebody_chose(visit, tracked):
    tracked.seconds = 60
    tab = visit("/#via-voor-senioren")
    tab.click("#call span")
    wait_for(tab, tracked, 2)

    assert [message.via for message in tracked.messages()] == ["voor-senioren"] * 2


def test_another_hash_stays_and_is_no_entrance(visit, tracked):
    tracked.seconds = 60
    tab = visit("/#inhoud")
    wait_for(tab, tracked, 1)

    assert (tracked.messages()[0].via, tab.url) == ("", f"{tracked.url}/#inhoud")


def test_who_does_not_want_to_be_counted_does_not_say_the_entrance(visit, tracked):
    tab = visit("/#via-bieb", "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})")
    wait_for(tab, tracked, 1)

    assert (json.loads(tracked.bodies[0]), tab.url) == ({"kind": "refused"}, f"{tracked.url}/")


@pytest.mark.parametrize(
    ("path", "browser", "said"),
    [
        pytest.param("/", "globalPrivacyControl: {value: true}", "refused", id="GPC"),
        pytest.param("/", "doNotTrack: {value: '1'}", "refused", id="DNT"),
        pytest.param("/", "webdriver: {value: true}", "bot", id="steered"),
        pytest.param("/#medewerker", "", "staff", id="staff"),
    ],
)
def test_who_is_not_counted_says_that_and_nothing_else(visit, tracked, path, browser, said):
    tab = visit(path, f"Object.defineProperties(navigator, {{{browser}}})")
    tab.click("#call")
    tab.wait_for_timeout(1500)

    assert [json.loads(body) for body in tracked.bodies] == [{"kind": said}]


def test_staff_stay_staff_while_they_read_on(visit, tracked):
    tab = visit("/#medewerker")
    tab.click("#on")
    wait_for(tab, tracked, 2)

    assert tracked.kinds() == ["staff", "staff"]


def test_staff_stay_staff_along_a_link_with_a_choice_and_keep_their_place_on_a_page(visit, tracked):
    tab = visit("/#medewerker")
    tab.evaluate("document.querySelector('#on').href = '/verder#via-voor-senioren'")
    tab.click("#on")
    wait_for(tab, tracked, 2)
    tab.evaluate("document.querySelector('#on').href = '#inhoud'")
    tab.click("#on")

    assert tracked.kinds() == ["staff", "staff"]
    assert tab.url.endswith("#inhoud")


def test_coming_from_the_admin_is_staff(visit, tracked):
    tracked.seconds = 60
    tab = visit("/beheer/pages/")
    wait_for(tab, tracked, 1)
    tab.click("#on")
    wait_for(tab, tracked, 2)

    assert tracked.kinds() == ["view", "staff"]


def test_without_beacons_it_posts(visit, tracked):
    tab = visit(prepare="navigator.sendBeacon = undefined")
    wait_for(tab, tracked, 1)

    assert tracked.kinds()[0] == "view"


def test_nothing_is_left_in_the_browser(visit, tracked):
    tab = visit()
    wait_for(tab, tracked, 2)

    assert tab.context.cookies() == []
    assert tab.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_page_that_was_never_seen_is_not_counted(visit, tracked):
    hidden = "Object.defineProperty(document, 'hidden', {get: () => !window.seen})"
    tab = visit(prepare=hidden)
    tab.wait_for_timeout(1500)
    assert tracked.bodies == []

    tab.evaluate("window.seen = true; document.dispatchEvent(new Event('visibilitychange'))")
    wait_for(tab, tracked, 2)
    assert tracked.kinds() == ["view", "read"]


def test_the_browser_of_the_tests_passes_the_filter(visit):
    name = visit().evaluate("navigator.userAgent")

    assert not names_itself_program(name)
