"""Hundreds of connections that cost nothing to keep and never get anywhere: slow senders and slow readers."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from threading import Event, Thread

SECONDS_BETWEEN_BYTES = 1.0
# So small that an answer does not fit in what the kernel keeps, and so many that the server cannot send them all.
RECEIVED_AT_ONCE = 2048
ANSWERS_NOT_READ = 40


@dataclass
class Slow:
    """One slow connection; `bit` sends or reads one byte. It is opened again when the server hangs up."""

    port: int
    opening: bytes
    bit: Callable[[socket.socket], None]
    line: socket.socket | None = field(default=None, init=False)

    def go_on(self) -> None:
        try:
            if self.line is None:
                self._open()
            else:
                self.bit(self.line)
        except OSError:
            self.close()

    def _open(self) -> None:
        self.line = socket.socket()
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVED_AT_ONCE)
        self.line.settimeout(5)
        self.line.connect(("127.0.0.1", self.port))
        self.line.sendall(self.opening)
        self.line.setblocking(False)

    @property
    def is_open(self) -> bool:
        return self.line is not None

    def close(self) -> None:
        if self.line is not None:
            self.line.close()
            self.line = None


def send_a_byte(line: socket.socket) -> None:
    """Send one more, unless the server has lost its patience."""
    with suppress(BlockingIOError):
        line.recv(1)
        raise ConnectionResetError("the server answered or hung up")
    line.send(b"a")


def read_a_byte(line: socket.socket) -> None:
    """Take one byte of what waits."""
    with suppress(BlockingIOError):
        if not line.recv(1):
            raise ConnectionResetError("the server hung up")


def sender(port: int, host: str) -> Slow:
    return Slow(port, f"GET / HTTP/1.1\r\nHost: {host}\r\nX-Slow: ".encode(), send_a_byte)


def reader(port: int, host: str) -> Slow:
    return Slow(port, f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode() * ANSWERS_NOT_READ, read_a_byte)


def poster(port: int, host: str) -> Slow:
    head = f"POST /m HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/plain\r\nContent-Length: 300\r\n\r\n"
    return Slow(port, head.encode(), send_a_byte)


Kind = Callable[[int, str], Slow]


@contextmanager
def slow_connections(port: int, host: str, number: int, *kinds: Kind) -> Iterator[list[Slow]]:
    """Keep so many open, of all kinds in turn; yields them once each was opened."""
    slow = [kind(port, host) for kind in islice(cycle(kinds), number)]
    for connection in slow:
        connection.go_on()
    stop = Event()
    thread = Thread(target=_keep_going, args=(slow, stop), name="slow", daemon=True)
    thread.start()
    try:
        yield slow
    finally:
        stop.set()
        thread.join()
        for connection in slow:
            connection.close()


def _keep_going(slow: list[Slow], stop: Event) -> None:
    pause = SECONDS_BETWEEN_BYTES / len(slow)
    for connection in cycle(slow):
        if stop.wait(pause):
            return
        connection.go_on()
