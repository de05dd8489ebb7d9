"""An installation of its own, whose processes can be killed one by one and started again."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.db.utils import ConnectionHandler
from wagtail.models import Site

from campagne.backing import database
from campagne.measurement.benchmarks.server import empty_database, free_port, wait_until_live

SECONDS_TO_STOP = 20
WEB, SERVER, CLOCK, KEEPER = "een webproces", "de webserver", "de klok", "'serve' zelf"


class Installation:
    """`address` is its DATABASE_URL. It is served on `port` as long as it is started."""

    def __init__(self, folder: Path, address: str = "") -> None:
        self.folder, self.port = folder, free_port()
        self.address = address or f"sqlite:///{folder / 'database.sqlite3'}"
        self.log = folder / "serve.log"
        self.passwords: dict[str, str] = {}
        self._keeper: subprocess.Popen[bytes] | None = None
        self._served_with: dict[str, str] = {}
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "campagne.settings",
            "SECRET_KEY": settings.SECRET_KEY,
            "DEBUG": "false",
            "DATA_DIR": str(folder),
            "DATABASE_URL": self.address,
            "CACHE_URL": "",
            "PORT": str(self.port),
            "SITE_URL": f"http://localhost:{self.port}",
            "ALLOWED_HOSTS": "localhost",
            "SECOND_FACTOR": "offered",
        }

    def manage(self, *arguments: str) -> str:
        """Run a command of this installation and give what it printed. Raises RuntimeError when it fails."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(  # noqa: S603 (our own command)
            command, cwd=settings.BASE_DIR, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def found(self) -> None:
        """Make its tables and the demo region."""
        self.manage("migrate", "--verbosity", "0")
        self.passwords = dict(re.findall(r"^\s+(\S+)\s+([0-9a-f]+)$", self.manage("load_demo"), re.MULTILINE))

    def serve(self, **environment: str) -> None:
        """Let it be served with just this added to its environment; what already runs so goes on."""
        if self._keeper is None or self._keeper.poll() is not None or environment != self._served_with:
            self.stop()
            self.start(**environment)

    def start(self, workers: int = 2, **environment: str) -> float:
        """Start serving, and return how many seconds it took until it answered."""
        began, self._served_with = monotonic(), environment
        with self.log.open("a") as log:
            self._keeper = subprocess.Popen(  # noqa: S603 (our own command)
                [sys.executable, "manage.py", "serve", "--workers", str(workers)],
                cwd=settings.BASE_DIR,
                env={**self.environment, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until_live(self.port, self._keeper, self.log)
        return monotonic() - began

    def stop(self) -> None:
        if self._keeper:
            self._keeper.terminate()
            self._keeper.wait(SECONDS_TO_STOP)
            self._keeper = None

    def processes(self) -> dict[str, list[int]]:
        """Who runs now, by what each does; a name with no process is left out."""
        found: dict[str, list[int]] = {}
        if self._keeper and self._keeper.poll() is None:
            found[KEEPER] = [self._keeper.pid]
            for child in children_of(self._keeper.pid):
                is_clock = "manage.py clock" in command_of(child)
                found.setdefault(CLOCK if is_clock else SERVER, []).append(child)
            workers = [worker for server in found.get(SERVER, []) for worker in children_of(server)]
            found |= {WEB: workers} if workers else {}
        return found

    def kill(self, pid: int) -> None:
        os.kill(pid, signal.SIGKILL)
        if self._keeper and pid == self._keeper.pid:
            self._keeper.wait(SECONDS_TO_STOP)

    @contextmanager
    def database(self) -> Iterator[None]:
        """Let the models of this thread look into its database."""
        usual = connections["default"]
        connections["default"] = ConnectionHandler({"default": database(self.address)})["default"]
        forget()
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual
            forget()


@contextmanager
def installed() -> Iterator[Installation]:
    """A new installation with the demo region, on the kind of database that DATABASE_URL names; gone afterwards."""
    with TemporaryDirectory(prefix="survival-") as folder, empty_database() as address:
        made = Installation(Path(folder), address)
        made.found()
        try:
            yield made
        finally:
            made.stop()


def forget() -> None:
    """Drop what this process remembers of one database, before it looks into another."""
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


def children_of(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def command_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def is_alive(pid: int) -> bool:
    """Tell whether it runs; what has ended and was not yet buried by its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def seconds_until(claim, most: float, pause: float = 0.05) -> float | None:
    """Wait until it is so, and return how long that took; None when it took more than `most` seconds."""
    began = monotonic()
    while monotonic() - began < most:
        if claim():
            return monotonic() - began
        sleep(pause)
    return None
