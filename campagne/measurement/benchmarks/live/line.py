"""A kept connection of one participant: one question at a time, and the whole answer."""

import re
import socket
from dataclasses import dataclass

from campagne.measurement.benchmarks.load import CONTENT_LENGTH, connect

TAG = re.compile(rb"\r\netag: *(\S+)\r\n", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """`tag` is empty when there is none."""

    status: int
    tag: bytes
    body: bytes


class Line:
    """Opened at its first question. A server that hangs up raises ConnectionError."""

    def __init__(self, port: int) -> None:
        self.socket: socket.socket = connect(port)
        self.socket.setblocking(False)
        self._host = f"localhost:{port}".encode()
        self._received = bytearray()

    def ask(self, path: str, tag: bytes = b"") -> None:
        known = b"If-None-Match: " + tag + b"\r\n" if tag else b""
        head = b"GET " + path.encode() + b" HTTP/1.1\r\nHost: " + self._host + b"\r\nAccept-Encoding: gzip\r\n"
        self.socket.sendall(head + known + b"\r\n")

    def answer(self) -> Answer | None:
        """What has come, once it is whole."""
        some = self.socket.recv(262_144)
        if not some:
            raise ConnectionError("the server closed a connection; expected an answer")
        self._received += some
        head, blank, body = self._received.partition(b"\r\n\r\n")
        length = CONTENT_LENGTH.search(head)
        if not blank or len(body) < (int(length[1]) if length else 0):
            return None
        self._received = bytearray()
        tag = TAG.search(head + b"\r\n")
        return Answer(int(head[9:12]), tag[1] if tag else b"", bytes(body))

    def close(self) -> None:
        self.socket.close()
