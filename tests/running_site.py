"""The site as a newcomer starts it: its own folder and database, the demo region, the real web server."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.postgresql import free_port

ROOT = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 240


@dataclass
class RunningSite:
    """Where it answers, the environment its commands need, and the passwords that were printed once."""

    url: str
    environment: dict[str, str]
    passwords: dict[str, str] = field(default_factory=dict)

    def manage(self, *arguments: str) -> str:
        """Run a command of the site and give what it printed; raises CalledProcessError with its errors shown."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise AssertionError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout


@contextmanager
def running_site(folder: Path, address: str) -> Iterator[RunningSite]:
    """Set up the demo region in `folder`, serve it on a free port, and stop that server afterwards.

    `address` is the DATABASE_URL; migrating takes a moment when the tables of the tests were copied there.
    """
    port = free_port()
    site = RunningSite(f"http://localhost:{port}", environment_for(folder, port, address))
    site.manage("migrate", "--verbosity", "0")
    site.passwords = dict(re.findall(r"^\s+(\S+)\s+(\S+)$", site.manage("load_demo"), re.MULTILINE))
    with open(folder / "server.log", "w") as log:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--without-clock"],
            cwd=ROOT,
            env=site.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_live(site.url, server)
        yield site
    finally:
        server.terminate()
        server.wait(timeout=60)


def environment_for(folder: Path, port: int, address: str = "") -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    return {
        **kept,
        "SECRET_KEY": "journeys-only",
        "DEBUG": "false",
        "DATA_DIR": str(folder),
        "DATABASE_URL": address,
        "PORT": str(port),
        "SITE_URL": f"http://localhost:{port}",
    }


def wait_until_live(url: str, server: subprocess.Popen) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise AssertionError(f"the server stopped by itself with {server.returncode}; see server.log")
        try:
            urllib.request.urlopen(f"{url}/-/live", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the site did not answer at {url}/-/live within {SECONDS_TO_START} seconds")
