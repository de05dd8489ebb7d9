"""Whether a torn page would be seen, and that the server without a view gives what it was given."""

import gzip
import socketserver
import threading
from urllib.request import urlopen

import pytest

from campagne.measurement.benchmarks.cores import two_cores
from campagne.measurement.benchmarks.demo_site import DemoSite
from campagne.measurement.benchmarks.incident.run import share_left
from campagne.measurement.benchmarks.incident.viewless import viewless
from campagne.measurement.benchmarks.incident.whole import Seen, problem_with, read_often
from campagne.measurement.benchmarks.saturation import Rate

pytestmark = pytest.mark.once
PAGE = gzip.compress(b"<!doctype html><html>Elsloo</html>\n")


def answer(body: bytes, tag: bytes = b'"a"') -> bytes:
    return b"HTTP/1.1 200 OK\r\nETag: %s\r\nContent-Length: %d\r\n\r\n%s" % (tag, len(body), body)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param(PAGE, "", id="whole"),
        pytest.param(b"", "leeg", id="empty"),
        pytest.param(PAGE[:-9], "afgebroken", id="torn"),
        pytest.param(b"<html></html>", "afgebroken", id="not packed"),
        pytest.param(gzip.compress(b"<!doctype html><html>Els"), "zonder einde", id="packed before it was whole"),
    ],
)
def test_a_page_that_is_not_whole_is_seen(body, problem):
    assert problem_with(body) == problem


@pytest.mark.parametrize(
    ("second", "wrong"),
    [
        pytest.param(answer(PAGE), 0, id="the same"),
        pytest.param(answer(gzip.compress(b"<html>Urmond</html>")), 1, id="other bytes with the same tag"),
        pytest.param(answer(gzip.compress(b"<html>Urmond</html>"), b'"b"'), 0, id="a newer version"),
        pytest.param(answer(PAGE).replace(b"200 OK", b"503 No"), 1, id="a failure"),
        pytest.param(answer(PAGE).replace(b"ETag", b"X"), 1, id="without a tag"),
    ],
)
def test_each_answer_is_compared_with_what_its_tag_gave_before(second, wrong):
    seen = Seen()
    for each in (answer(PAGE), second):
        head, _, body = each.partition(b"\r\n\r\n")
        seen.take(head, body)

    assert (seen.reads, seen.wrong.total()) == (2, wrong)


@pytest.mark.parametrize(
    ("answers", "worked", "left"),
    [
        pytest.param(30_000, 1.0, 1.0, id="as many for the same work"),
        pytest.param(20_000, 1.0, 1 - (1 / 3) / 4, id="a third of the work went into making, a twelfth of the time"),
        pytest.param(60_000, 4.0, 0.5, id="a full server that gives half"),
    ],
)
def test_making_is_counted_against_all_the_time_there_is(answers, worked, left):
    assert share_left(Rate(30_000, 4.0, 1.0), Rate(answers, 4.0, worked)) == pytest.approx(left)


class Server(socketserver.BaseRequestHandler):
    def handle(self):
        while self.request.recv(65536):
            self.request.sendall(answer(PAGE))


def test_it_reads_as_often_as_asked_and_the_file_every_tenth_time():
    seen = Seen()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Server) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        read_often(seen, server.server_address[1], b"GET /\r\n\r\n", times=100, seconds=20, file_is_whole=lambda: False)
        server.shutdown()

    assert 100 <= seen.reads < 120
    assert seen.wrong == {"bestand op schijf niet heel": seen.file_reads}
    assert seen.file_reads >= 10


def test_the_server_without_a_view_gives_out_the_same_bytes(tmp_path):
    site = DemoSite(tmp_path, 0, 0, {"PATH": "/usr/bin:/bin"}, two_cores(), 0)

    with viewless(site, PAGE) as place, urlopen(f"http://127.0.0.1:{place.port}/") as given:
        assert (given.read(), given.headers["Content-Encoding"]) == (PAGE, "br")
