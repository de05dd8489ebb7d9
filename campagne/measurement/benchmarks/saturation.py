"""How much a server gives out at most, counted per second that its processes took of their core.

Counted so, a generator that is slower than the server, or other work on the machine, does not make it wrong.
"""

import re
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from itertools import repeat

from campagne.measurement.benchmarks.load import answers_within
from campagne.measurement.benchmarks.process_tree import seconds_of_processor

CONNECTIONS = 32
BUSY = 0.9
ANSWERED = re.compile(r"(\d+) requests in ")
NOT_GOOD = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: .*")


@dataclass(frozen=True)
class Place:
    """An address to ask for, and the process (with its children) that answers there."""

    port: int
    process: int
    path: str
    host: str

    def request(self) -> bytes:
        return f"GET {self.path} HTTP/1.1\r\nHost: {self.host}\r\nAccept-Encoding: gzip, br\r\n\r\n".encode()


@dataclass(frozen=True)
class Rate:
    """Answers in so many seconds, of which the server worked `busy` (0–1)."""

    answers: int
    seconds: float
    worked: float

    @property
    def busy(self) -> float:
        return self.worked / self.seconds

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds

    @property
    def per_second_worked(self) -> float:
        return self.answers / self.worked


def rate_of(place: Place, seconds: float) -> Rate:
    """Ask as fast as can be, over kept connections. Raises RuntimeError when anything but the page is answered."""
    worked, began = seconds_of_processor(place.process), time.perf_counter()
    answers = by_wrk(place, seconds) if shutil.which("wrk") else by_ourselves(place, seconds)
    took = time.perf_counter() - began
    return Rate(answers, took, seconds_of_processor(place.process) - worked)


def by_wrk(place: Place, seconds: float) -> int:
    options = ["-t1", f"-c{CONNECTIONS}", f"-d{seconds:.0f}s", "--timeout", "20s"]
    headers = ["-H", f"Host: {place.host}", "-H", "Accept-Encoding: gzip, br"]
    address = f"http://127.0.0.1:{place.port}{place.path}"
    told = subprocess.run(  # noqa: S603 (what was found)
        [shutil.which("wrk") or "wrk", *options, *headers, address], capture_output=True, text=True, check=True
    ).stdout
    return answered_by_wrk(told)


def answered_by_wrk(told: str) -> int:
    """How many good answers it counted. Raises RuntimeError if there were others."""
    if wrong := NOT_GOOD.search(told):
        raise RuntimeError(f"expected only answers with 200, wrk says {wrong[0]!r}")
    return int(ANSWERED.search(told)[1])


def by_ourselves(place: Place, seconds: float) -> int:
    answered: Counter[int] = answers_within(seconds, place.port, repeat(place.request()), connections=CONNECTIONS)
    if set(answered) != {200}:
        raise RuntimeError(f"expected only answers with 200, found {dict(answered)}")
    return answered[200]
