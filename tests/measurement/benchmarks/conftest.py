from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest


class PageServer(ThreadingHTTPServer):
    """Answers `/` with a page of four bytes and anything else with 404; counts the pages."""

    daemon_threads = True
    request_queue_size = 128
    answered = 0

    def handle_error(self, request, client_address):
        """Who asks may hang up at any moment."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        is_there = self.path == "/"
        self.server.answered += is_there
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"page")

    def log_message(self, *args):
        pass


@pytest.fixture
def page_server():
    with PageServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()
