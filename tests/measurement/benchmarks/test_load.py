"""Load keeps its connections, counts every answer by its status, and stops in time."""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from threading import Thread

import pytest

from campagne.measurement.benchmarks import SUBJECTS, subject
from campagne.measurement.benchmarks.load import answers_within


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    connections: set = set()

    def do_GET(self):
        self.connections.add(self.client_address)
        is_there = self.path == "/"
        self.send_response(204 if is_there else 404)
        if not is_there:
            self.send_header("Content-Length", "5")
        self.end_headers()
        if not is_there:
            self.wfile.flush()
            self.wfile.write(b"later")

    def log_message(self, *args):
        pass


def test_every_answer_is_counted_by_its_status():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    requests = cycle([b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /weg HTTP/1.1\r\nHost: a\r\n\r\n"])
    began = time.monotonic()

    answered = answers_within(0.5, server.server_port, requests, connections=3)
    server.shutdown()
    server.server_close()

    assert set(answered) == {204, 404}
    assert abs(answered[204] - answered[404]) <= 3
    assert len(Handler.connections) == 3
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("name", SUBJECTS)
def test_every_subject_can_be_found(name):
    assert callable(subject(name))
