"""Load on a server: a number of connections that each ask again as soon as they are answered."""

import re
import selectors
import socket
import time
from collections import Counter
from collections.abc import Iterator

CONTENT_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def answers_within(seconds: float, port: int, requests: Iterator[bytes], *, connections: int = 64) -> Counter[int]:
    """Send `requests` over kept connections for so long; return how many answers there were of each status."""
    answered: Counter[int] = Counter()
    with selectors.DefaultSelector() as selector:
        opened = [connect(port) for _ in range(connections)]
        for connection in opened:
            selector.register(connection, selectors.EVENT_READ, bytearray())
            connection.sendall(next(requests))
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            for key, _ in selector.select(timeout=0.1):
                if status := receive(key.fileobj, key.data):
                    answered[status] += 1
                    key.fileobj.sendall(next(requests))
        for connection in opened:
            connection.close()
    return answered


def connect(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def receive(connection: socket.socket, received: bytearray) -> int:
    """Read what has come; return the status once the answer is complete, else 0."""
    received += connection.recv(65536)
    head, blank, body = received.partition(b"\r\n\r\n")
    length = CONTENT_LENGTH.search(head)
    if not blank or len(body) < (int(length[1]) if length else 0):
        return 0
    status = int(head[9:12])
    received.clear()
    return status
