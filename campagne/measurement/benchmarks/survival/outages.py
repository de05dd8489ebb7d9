"""Ways to take the database away and to put it back as it was."""

import os
import shlex
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread
from urllib.parse import urlsplit

GARBAGE = b"Dit was ooit een database. " * 4000
# How PostgreSQL is stopped and started here; `python -m tests.postgresql` tells.
STOP, START = "STOP_DATABASE", "START_DATABASE"
Outage = Callable[[], AbstractContextManager[None]]


def outages_of(address: str, commands: Mapping[str, str] = os.environ) -> dict[str, Outage]:
    """Each way the database at `address` can be away, by its name. Raises LookupError when we cannot stop it."""
    if not address.startswith("postgres"):
        file = Path(urlsplit(address).path)
        return {"weg": partial(without, file), "onzin": partial(spoiled, file)}
    if missing := {STOP, START} - set(commands):
        raise LookupError(
            f"Om PostgreSQL te kunnen stoppen ontbreekt {' en '.join(sorted(missing))} in de omgeving: een opdracht. "
            "Draai 'python -m tests.postgresql python manage.py benchmark survival'."
        )
    stop, start = (shlex.split(commands[name]) for name in (STOP, START))
    port = urlsplit(address).port or 5432
    return {"weg": partial(stopped, stop, start), "onzin": partial(replaced, stop, start, port)}


@contextmanager
def without(file: Path) -> Iterator[None]:
    """Take the file of an SQLite database away, for as long as this is entered."""
    kept = file.rename(file.with_name("kept"))
    try:
        yield
    finally:
        kept.replace(file)


@contextmanager
def spoiled(file: Path) -> Iterator[None]:
    """Put garbage in its place."""
    with without(file):
        file.write_bytes(GARBAGE)
        yield


@contextmanager
def stopped(stop: list[str], start: list[str]) -> Iterator[None]:
    subprocess.run(stop, check=True)  # noqa: S603 (given by who runs the benchmark)
    try:
        yield
    finally:
        subprocess.run(start, check=True)  # noqa: S603


@contextmanager
def replaced(stop: list[str], start: list[str], port: int) -> Iterator[None]:
    """Let something else listen where PostgreSQL did, and answer with garbage."""
    with stopped(stop, start):
        ThreadingTCPServer.allow_reuse_address = True
        with ThreadingTCPServer(("127.0.0.1", port), Babbler) as babbler:
            Thread(target=babbler.serve_forever, daemon=True).start()
            yield
            babbler.shutdown()


class Babbler(BaseRequestHandler):
    def handle(self) -> None:
        self.request.sendall(GARBAGE)
