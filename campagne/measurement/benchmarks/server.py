"""A fresh installation with its own folder and database, served as README says, gone afterwards."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import LiteralString
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings

SECONDS_TO_START = 180


@dataclass(frozen=True)
class Served:
    """Where it answers, and the environment its commands need."""

    port: int
    environment: dict[str, str]

    def manage(self, *arguments: str) -> None:
        """Run a command of this installation. Raises CalledProcessError when it fails."""
        run_command(arguments, self.environment)


@contextmanager
def served() -> Iterator[Served]:
    """Migrate an empty installation, serve it on a free port and clean up."""
    with TemporaryDirectory(prefix="benchmark-") as folder, empty_database() as address:
        port = free_port()
        environment = {
            **os.environ,
            "SECRET_KEY": settings.SECRET_KEY,
            "DEBUG": "false",
            "DATA_DIR": folder,
            "DATABASE_URL": address,
            "SITE_URL": f"http://localhost:{port}",
            "ALLOWED_HOSTS": "localhost",
        }
        run_command(["migrate", "--verbosity", "0"], environment)
        with running(port, environment, Path(folder) / "server.log"):
            yield Served(port, environment)


@contextmanager
def empty_database() -> Iterator[str]:
    """An empty database of the same kind as ours, as a DATABASE_URL; empty for SQLite in the folder."""
    if not settings.DATABASE_URL.startswith("postgres"):
        yield ""
        return
    name = f"benchmark_{os.getpid()}"
    tell_server("CREATE DATABASE {}", name)
    try:
        yield urlunsplit(urlsplit(settings.DATABASE_URL)._replace(path=f"/{name}"))
    finally:
        tell_server("DROP DATABASE {} WITH (FORCE)", name)


def tell_server(command: LiteralString, database: str) -> None:
    """Tell PostgreSQL over a connection of its own: whoever measures may have stopped the server meanwhile."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    with psycopg.connect(settings.DATABASE_URL, autocommit=True) as connection:
        connection.execute(SQL(command).format(Identifier(database)))


@contextmanager
def running(
    port: int,
    environment: dict[str, str],
    log: Path,
    *,
    options: Sequence[str] = ("--without-clock",),
    first: Callable[[], None] | None = None,
) -> Iterator[int]:
    """Serve until the end of the block; yields the process. `first` is done in the new process."""
    with log.open("w") as output:
        server = subprocess.Popen(  # noqa: S603 (our own command)
            [sys.executable, "manage.py", "serve", "--port", str(port), *options],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=first,
        )
    try:
        wait_until_live(port, server, log)
        yield server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_live(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/-/live", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not answer within {SECONDS_TO_START} seconds:\n{log.read_text()}")


def run_command(arguments: tuple[str, ...] | list[str], environment: dict[str, str]) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)  # noqa: S603 (our own command)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
