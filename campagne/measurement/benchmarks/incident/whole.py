"""Is what readers get always whole, while it is replaced all the time? On the line, and on disk."""

import gzip
import re
import selectors
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from campagne.measurement.benchmarks.load import CONTENT_LENGTH, connect

CONNECTIONS = 16
READS_OF_THE_FILE = 10
ETAG = re.compile(rb"\r\netag: *([^\r]+)", re.IGNORECASE)
GOOD = b"HTTP/1.1 200 "
END = b"</html>"


@dataclass
class Seen:
    """What was read: how often, in how many versions, and everything that was wrong with it."""

    reads: int = 0
    file_reads: int = 0
    bodies: dict[bytes, bytes] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)

    def take(self, head: bytes, body: bytes) -> None:
        """Take one answer. A version is looked at once; each later answer with its tag must be the same bytes."""
        self.reads += 1
        tag = ETAG.search(head)
        if not head.startswith(GOOD) or tag is None:
            self.wrong[f"antwoord {head[:30]!r}"] += 1
        elif self.bodies.setdefault(tag[1], body) is body:
            if problem := problem_with(body):
                self.wrong[problem] += 1
        elif self.bodies[tag[1]] != body:
            self.wrong["twee versies met één kenmerk"] += 1

    def take_file(self, is_whole: bool) -> None:
        self.file_reads += 1
        if not is_whole:
            self.wrong["bestand op schijf niet heel"] += 1


def problem_with(body: bytes) -> str:
    """Say what is wrong with a packed page; empty if it is whole."""
    if not body:
        return "leeg"
    try:
        page = gzip.decompress(body)
    except (OSError, EOFError):
        return "afgebroken"
    return "" if page.rstrip().endswith(END) else "zonder einde"


def read_often(
    seen: Seen, port: int, request: bytes, *, times: int, seconds: float, file_is_whole: Callable[[], bool]
) -> None:
    """Read until it was seen so many times, or for so long; every tenth time the file on disk as well."""
    until = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        opened = [connect(port) for _ in range(CONNECTIONS)]
        for line in opened:
            selector.register(line, selectors.EVENT_READ, bytearray())
            line.sendall(request)
        while seen.reads < times and time.monotonic() < until:
            for key, _ in selector.select(timeout=0.1):
                if _receive(key.fileobj, key.data, seen):
                    key.fileobj.sendall(request)
                    if seen.reads % READS_OF_THE_FILE == 0:
                        seen.take_file(file_is_whole())
        for line in opened:
            line.close()


def _receive(line, received: bytearray, seen: Seen) -> bool:
    """Read what has come; True once an answer was complete and taken."""
    come = line.recv(65536)
    if not come:
        raise RuntimeError(f"the server hung up in the middle of an answer, after {len(received)} bytes")
    received += come
    head, blank, body = received.partition(b"\r\n\r\n")
    length = CONTENT_LENGTH.search(head)
    if not blank or len(body) < (int(length[1]) if length else 0):
        return False
    seen.take(bytes(head), bytes(body))
    received.clear()
    return True
