"""A Redis or Valkey server of its own: on loopback, on a free port, without anything on disk, gone afterwards."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.postgresql import free_port

SECONDS_TO_START = 60


@dataclass
class RedisServer:
    """Its address as a CACHE_URL, and its process, which a test may stop."""

    address: str
    process: subprocess.Popen


def binary() -> str:
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    if not found:
        raise FileNotFoundError("no redis-server and no valkey-server found; run `make machine`")
    return found


@contextmanager
def redis_server(port: int | None = None) -> Iterator[RedisServer]:
    """Start a server and wait until it listens; stop it afterwards."""
    port = port or free_port()
    with tempfile.TemporaryDirectory(prefix="campagne-redis-") as folder:
        options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]
        process = subprocess.Popen([binary(), *options], stdout=subprocess.DEVNULL)
        try:
            wait_until_it_listens(port, process)
            yield RedisServer(f"redis://127.0.0.1:{port}/0", process)
        finally:
            process.kill()
            process.wait(timeout=30)


def wait_until_it_listens(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError(f"redis did not listen on port {port} within {SECONDS_TO_START} seconds")
