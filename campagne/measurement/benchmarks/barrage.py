"""Send broken requests to a running site and look at nothing but the status of each answer."""

import socket
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from itertools import islice
from threading import Lock

from campagne.measurement.benchmarks.bad_requests import BadRequest

SECONDS_TO_ANSWER = 30
# A server may rightly wait for the rest of what is only half there; then we are the ones to hang up.
SECONDS_FOR_HALF = 1
NO_ANSWER = 0


@dataclass
class Tally:
    """How many answers had each status (0: the connection was closed instead), and what was answered with a 5xx."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[tuple[int, BadRequest]] = field(default_factory=list)

    def add(self, status: int, request: BadRequest) -> None:
        self.statuses[status] += 1
        if status >= 500:
            self.faults.append((status, request))


def fire(host: str, port: int, requests: Iterable[BadRequest], connections: int = 16) -> Tally:
    """Send all requests over some kept connections at once; raises TimeoutError when one gets no answer at all."""
    tally, lock, shared = Tally(), Lock(), iter(requests)

    def work() -> None:
        line = _Line(host, port)
        for request in _take_turns(shared, lock):
            status = line.status_of(request)
            with lock:
                tally.add(status, request)
        line.hang_up()

    with ThreadPoolExecutor(connections) as pool:
        for worker in [pool.submit(work) for _ in range(connections)]:
            worker.result()
    return tally


def _take_turns(shared: Iterator[BadRequest], lock: Lock) -> Iterator[BadRequest]:
    while True:
        with lock:
            taken = list(islice(shared, 1))
        if not taken:
            return
        yield from taken


class _Line:
    """One connection, kept as long as the server keeps it and its last answer was surely the last."""

    def __init__(self, host: str, port: int) -> None:
        self.address = (host, port)
        self.socket: socket.socket | None = None

    def status_of(self, request: BadRequest) -> int:
        if not request.is_whole:
            self.hang_up()
        is_kept = self.socket is not None
        status = self._ask(request)
        if status == NO_ANSWER and is_kept:  # The server had closed it before it saw this request.
            status = self._ask(request)
        if not request.is_whole:
            self.hang_up()
        return status

    def _ask(self, request: BadRequest) -> int:
        if self.socket is None:
            self.socket = socket.create_connection(self.address)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(SECONDS_TO_ANSWER if request.is_whole else SECONDS_FOR_HALF)
        try:
            return self._exchange(self.socket, request)
        except TimeoutError:
            if request.is_whole:
                raise TimeoutError(f"no answer within {SECONDS_TO_ANSWER} s to {request.raw[:200]!r}") from None
            return NO_ANSWER
        except (OSError, HTTPException, ValueError):
            self.hang_up()
            return NO_ANSWER

    def _exchange(self, line: socket.socket, request: BadRequest) -> int:
        line.sendall(request.raw)
        answer = HTTPResponse(line, method=request.method)
        try:
            answer.begin()
            status, will_close = answer.status, answer.will_close
            answer.read()
        finally:
            answer.close()
        if will_close:
            self.hang_up()
        return status

    def hang_up(self) -> None:
        if self.socket is not None:
            self.socket.close()
            self.socket = None
