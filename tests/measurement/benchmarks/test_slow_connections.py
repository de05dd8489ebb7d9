"""Slow connections stay open, do a byte at a time, come back when they are hung up on, and are gone afterwards."""

import socket
import time

import pytest

from campagne.measurement.benchmarks.slow_connections import Slow, poster, reader, sender, slow_connections

pytestmark = pytest.mark.once


def test_all_kinds_are_open_at_once_and_closed_at_the_end(page_server):
    with slow_connections(page_server.server_port, "a", 9, sender, reader, poster) as slow:
        assert [connection.is_open for connection in slow] == [True] * 9
        assert len({connection.opening for connection in slow}) == 3

    assert [connection.is_open for connection in slow] == [False] * 9


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def test_a_sender_sends_one_byte_each_time(listener):
    slow = sender(listener.getsockname()[1], "a")
    slow.go_on()
    server, _ = listener.accept()

    with server:
        opening = server.recv(1000)
        slow.go_on()
        assert (opening, server.recv(1000)) == (slow.opening, b"a")
    slow.close()


def test_a_reader_reads_one_byte_each_time(listener):
    slow = reader(listener.getsockname()[1], "a")
    slow.go_on()
    server, _ = listener.accept()

    with server:
        server.sendall(b"xy")
        slow.go_on()
        assert slow.line.recv(10) == b"y"
    slow.close()


@pytest.mark.parametrize("kind", [sender, reader], ids=["sender", "reader"])
def test_who_is_hung_up_on_comes_back(listener, kind):
    slow: Slow = kind(listener.getsockname()[1], "a")
    slow.go_on()
    server, _ = listener.accept()
    server.recv(10_000)
    server.close()

    deadline = time.monotonic() + 5
    while slow.is_open and time.monotonic() < deadline:
        slow.go_on()
    assert not slow.is_open
    slow.go_on()
    assert slow.is_open
    slow.close()
