"""The demo region as `make demo` puts it there and serves it, in a folder of its own, on the core of the server."""

import os
import re
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from campagne.measurement.benchmarks.cores import Cores
from campagne.measurement.benchmarks.process_tree import resident_megabytes, seconds_of_processor, web_processes
from campagne.measurement.benchmarks.saturation import Place
from campagne.measurement.benchmarks.server import empty_database, free_port, run_command, running

LOCATION = re.compile(r"<loc>https?://[^/<]+([^<]*)</loc>")
# The demo targets of the Makefile, after the packages.
STEPS = (["migrate", "--verbosity", "0"], ["load_demo", "--verbosity", "0"])
SECONDS_TO_BE_CALM = 90
CALM = 0.05


@dataclass(frozen=True)
class DemoSite:
    """Where it answers and its process; `seconds_to_start` counts from an empty folder to the first answer."""

    folder: Path
    port: int
    process: int
    environment: dict[str, str]
    cores: Cores
    seconds_to_start: float

    @property
    def host(self) -> str:
        return f"localhost:{self.port}"

    def place(self, path: str) -> Place:
        return Place(self.port, self.process, path, self.host)

    def read(self, path: str, coding: str = "gzip") -> bytes:
        """The body of a page as it goes over the line. Raises HTTPError when it is not given."""
        asked = urllib.request.Request(f"http://{self.host}{path}", headers={"Accept-Encoding": coding})
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 (our own server)
            return answer.read()

    def paths(self) -> list[str]:
        """Every address in the sitemap."""
        return LOCATION.findall(self.read("/sitemap.xml", "identity").decode())

    def megabytes(self) -> list[float]:
        """What each web process has in memory now."""
        return [resident_megabytes(process) for process in web_processes(self.process)]

    def become_calm(self) -> None:
        """Wait until nothing is made any more behind the readers' backs."""
        until = time.monotonic() + SECONDS_TO_BE_CALM
        while time.monotonic() < until:
            before = seconds_of_processor(self.process)
            time.sleep(2)
            if seconds_of_processor(self.process) - before < 2 * CALM:
                return

    @contextmanager
    def without_store(self) -> Iterator[Place]:
        """The same installation, served beside it by a process that stores no pages."""
        port, environment = free_port(), {**self.environment, "STORE_PAGES": "false"}
        log = self.folder / "without-store.log"
        with running(port, environment, log, first=self.cores.for_server()) as process:
            yield Place(port, process, "/", self.host)


@contextmanager
def demo_site(cores: Cores, tell: Callable[[str], object]) -> Iterator[DemoSite]:
    with TemporaryDirectory(prefix="benchmark-") as folder, empty_database() as address:
        port = free_port()
        environment = {
            **os.environ,
            "SECRET_KEY": settings.SECRET_KEY,
            "DEBUG": "false",
            "STORE_PAGES": "true",
            "WEB_PROCESSES": "1",
            "DATA_DIR": folder,
            "DATABASE_URL": address,
            "SITE_URL": f"http://localhost:{port}",
            "ALLOWED_HOSTS": "localhost",
            "SECOND_FACTOR": "offered",
        }
        began = time.monotonic()
        for step in STEPS:
            tell(f"manage.py {step[0]} …")
            run_command(step, environment)
        with running(port, environment, Path(folder) / "server.log", options=(), first=cores.for_server()) as process:
            took = time.monotonic() - began
            yield DemoSite(Path(folder), port, process, environment, cores, took)
