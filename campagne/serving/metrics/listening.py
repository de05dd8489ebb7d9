"""Answer at `/metrics`, on this machine alone, from a thread of the clock process."""

import logging
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import sleep

from django.db import connections
from django.utils import timezone

from campagne.serving.metrics.exposition import CONTENT_TYPE, exposition
from campagne.serving.metrics.sources import gathered

LOOPBACK = "127.0.0.1"
# Of a port that another clock on this machine holds.
SECONDS_BEFORE_AGAIN = 15
_log = logging.getLogger(__name__)


class Answering(BaseHTTPRequestHandler):
    """One question at a time; who connects and asks nothing is cut off."""

    timeout = 5

    def do_GET(self) -> None:
        if self.path != "/metrics":
            self._answer(404, "text/plain; charset=utf-8", "De getallen staan op /metrics.\n")
            return
        try:
            text = exposition(gathered(timezone.now()))
        finally:
            connections.close_all()
        self._answer(200, CONTENT_TYPE, text)

    def log_message(self, format: str, *args: object) -> None:
        """Who asks every few seconds fills no log."""

    def _answer(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Listening(HTTPServer):
    """Whatever goes wrong with one question, the next is answered."""

    def handle_error(self, request: object, client_address: object) -> None:
        _log.warning("Een vraag naar de getallen kon niet worden beantwoord.")


def start_listening(port: int) -> None:
    """Listen as long as this process lives; 0 is not at all."""
    if port:
        Thread(target=_listen, args=(port,), name="metrics", daemon=True).start()


def _listen(port: int) -> None:
    is_told = False
    while True:
        try:
            with Listening((LOOPBACK, port), Answering) as server:
                server.serve_forever()
        except OSError as error:
            if not is_told:
                _log.warning(
                    "Op poort %s staan geen getallen (%s). Kies een andere METRICS_PORT.", port, error.strerror
                )
            is_told = True
        sleep(SECONDS_BEFORE_AGAIN)
