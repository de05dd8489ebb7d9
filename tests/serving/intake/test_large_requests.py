"""What is far too large is refused by the real server at once, whatever its length says."""

import socket
import time
from collections.abc import Iterable
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.once
PIECE = b"x" * 100_000
MOST_READ = 20_000_000
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


def say(url: str, start: bytes, headers: bytes = b"", body: Iterable[bytes] = ()) -> tuple[int, int]:
    """Speak as a program does that minds no rules; return the status and how many bytes were taken."""
    at = urlsplit(url)
    taken, answer = 0, b""
    with socket.create_connection((at.hostname, at.port), timeout=60) as line:
        line.sendall(
            start + b" HTTP/1.1\r\nHost: " + at.netloc.encode() + b"\r\nConnection: close\r\n" + headers + b"\r\n"
        )
        try:
            for piece in body:
                line.sendall(piece)
                taken += len(piece)
        except OSError:
            pass  # Hung up while we were talking: that is what we came for.
        while b"\r\n" not in answer and (heard := line.recv(4096)):
            answer += heard
    return int(answer.split()[1]), taken


def chunks() -> Iterable[bytes]:
    for _ in range(1000):
        yield b"%x\r\n%s\r\n" % (len(PIECE), PIECE)


@pytest.mark.parametrize("address", ["/nuttig/", "/beheer/login/", "/beheer/images/add/"])
@pytest.mark.parametrize(
    ("length", "body", "statuses"),
    [
        pytest.param(b"Content-Length: 10000000000", lambda: (PIECE for _ in range(1000)), {413}, id="10 GB"),
        pytest.param(b"Content-Length: 10000000000", list, {413}, id="10 GB of which nothing comes"),
        pytest.param(b"Transfer-Encoding: chunked", chunks, {400}, id="without a length and without an end"),
        pytest.param(b"Content-Length: 3\r\nTransfer-Encoding: chunked", chunks, {400}, id="two lengths"),
        pytest.param(b"Content-Length: 3\r\nContent-Length: 99999999", list, {400}, id="two different lengths"),
    ],
)
def test_a_body_that_is_too_large_is_refused_before_it_is_read(site, address, length, body, statuses):
    start = time.monotonic()

    status, taken = say(site.url, b"POST " + address.encode(), FORM + length + b"\r\n", body())

    assert status in statuses
    assert taken < MOST_READ
    assert time.monotonic() - start < 40


@pytest.mark.parametrize(
    ("start", "headers", "statuses"),
    [
        pytest.param(b"GET /" + b"a" * 60_000, b"", {400, 404, 414}, id="an address of 60 kB"),
        pytest.param(b"GET /" + b"a" * 100_000, b"", {400, 404, 414}, id="an address of 100 kB"),
        pytest.param(b"GET /zoeken/?q=" + b"a" * 60_000, b"", {200, 400, 414}, id="a question of 60 kB"),
        pytest.param(b"GET /", b"X-A: " + b"a" * 100_000 + b"\r\n", {200, 431}, id="a header of 100 kB"),
        pytest.param(b"GET /", b"X-A: " + b"a" * 1_000_000 + b"\r\n", {431}, id="a header of 1 MB"),
        pytest.param(b"GET /", b"".join(b"X-%d: a\r\n" % n for n in range(10_000)), {431}, id="10,000 headers"),
        pytest.param(b"GET /", b"Cookie: " + b"a=b; " * 12_000 + b"\r\n", {200, 400, 431}, id="12,000 cookies"),
    ],
)
def test_a_head_that_is_too_large_is_no_fault_of_ours(site, start, headers, statuses):
    status, _ = say(site.url, start, headers)

    assert status in statuses
