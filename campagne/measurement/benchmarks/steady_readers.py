"""Readers who come at a fixed rate, whether the server keeps up or not: how long does each wait?"""

import gc
import math
import socket
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from selectors import EVENT_READ, SelectSelector

from campagne.measurement.benchmarks.load import connect, receive

READERS = 32


@dataclass(frozen=True)
class Waits:
    """How long readers waited, in seconds, shortest first."""

    seconds: tuple[float, ...]

    @property
    def p50(self) -> float:
        return percentile(self.seconds, 0.5)

    @property
    def p99(self) -> float:
        return percentile(self.seconds, 0.99)

    def __str__(self) -> str:
        parts = (("p50", self.p50), ("p99", self.p99), ("langste", self.seconds[-1]))
        return ", ".join(f"{name} {seconds * 1000:.2f} ms" for name, seconds in parts)


def percentile(ordered: Sequence[float], share: float) -> float:
    """The smallest value that at least this share (0–1) of them does not exceed; `ordered` is sorted, not empty."""
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1]


def waits_of_readers(port: int, requests: Iterator[bytes], *, a_second: float, seconds: float) -> Waits:
    """Send a request at each moment that was planned, over kept connections, and wait for every answer.

    A wait begins at the planned moment, so it counts that no connection was free. Raises RuntimeError at the first
    answer that is not 200.
    """
    crowd = _Crowd(port)
    gc.disable()
    try:
        return Waits(tuple(sorted(crowd.waits(requests, a_second, round(seconds * a_second)))))
    finally:
        gc.enable()
        crowd.close()


class _Crowd:
    def __init__(self, port: int) -> None:
        # Not epoll: that sleeps in whole milliseconds.
        self._selector = SelectSelector()
        self._free: deque[socket.socket] = deque(connect(port) for _ in range(READERS))
        self._received: dict[socket.socket, bytearray] = {line: bytearray() for line in self._free}
        for line in self._free:
            self._selector.register(line, EVENT_READ)
        self._asked_at: dict[socket.socket, float] = {}

    def waits(self, requests: Iterator[bytes], a_second: float, number: int) -> list[float]:
        began, asked, waited = time.perf_counter(), 0, []
        while len(waited) < number:
            planned = began + asked / a_second
            if asked < number and self._free and planned <= time.perf_counter():
                self._ask(next(requests), planned)
                asked += 1
                continue
            waited += self._answers(planned if asked < number and self._free else None)
        return waited

    def _ask(self, request: bytes, planned: float) -> None:
        line = self._free.popleft()
        self._asked_at[line] = planned
        line.sendall(request)

    def _answers(self, until: float | None) -> Iterator[float]:
        """What is answered before `until`, or what comes first."""
        timeout = None if until is None else max(until - time.perf_counter(), 0)
        for key, _ in self._selector.select(timeout):
            line = key.fileobj
            if status := receive(line, self._received[line]):
                if status != 200:
                    raise RuntimeError(f"a reader got {status}; expected 200")
                self._free.append(line)
                yield time.perf_counter() - self._asked_at.pop(line)

    def close(self) -> None:
        for line in self._received:
            line.close()
        self._selector.close()
