"""A bucket over HTTP, as little of S3 as keeping files asks: put, get, head and delete. It believes every signature."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Bucket(BaseHTTPRequestHandler):
    """Requests are kept as `PUT /name`, with the headers they came with."""

    protocol_version = "HTTP/1.1"
    objects: dict[str, bytes]
    asked: list[tuple[str, str]]

    def do_PUT(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if "aws-chunked" in self.headers.get("Content-Encoding", ""):
            body = unchunked(body)
        self.objects[self.path] = body
        self.answer(200)

    def do_GET(self) -> None:
        self.answer(200 if self.path in self.objects else 404, self.objects.get(self.path, b""))

    do_HEAD = do_GET

    def do_DELETE(self) -> None:
        self.objects.pop(self.path, None)
        self.answer(204)

    def answer(self, status: int, body: bytes = b"") -> None:
        self.asked.append((self.command, self.headers.get("Authorization", "")))
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"one"')
        self.send_header("Last-Modified", "Wed, 25 Nov 2026 09:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing: a test looks at `asked`."""


def unchunked(body: bytes) -> bytes:
    """What was sent in pieces: `<size in hex>;…`, a line, the piece, until a piece of size 0."""
    whole, rest = b"", body
    while (size := int(rest.partition(b"\r\n")[0].partition(b";")[0], 16)) > 0:
        rest = rest.partition(b"\r\n")[2]
        whole, rest = whole + rest[:size], rest[size + 2 :]
    return whole


@contextmanager
def s3_server() -> Iterator[tuple[str, type[Bucket]]]:
    """Give the address of a server, and the class that keeps what was sent to it."""
    kept = type("KeptBucket", (Bucket,), {"objects": {}, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), kept)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", kept
    finally:
        server.shutdown()
        server.server_close()
