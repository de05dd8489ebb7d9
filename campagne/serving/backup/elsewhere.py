"""Another installation of this code beside the one that runs: its commands, and its site on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings

from campagne.serving.backup.disk import with_advice
from campagne.serving.backup.refused import Refused
from campagne.serving.management.commands.serve import web
from campagne.serving.processes import with_parent
from campagne.serving.static_files import collect_when_changed

SECONDS_TO_START, SECONDS_TO_STOP = 120, 20
# What belongs to the installation that runs: its readers, its cache and its backups are left alone.
BY_ITSELF = {
    "CACHE_URL": "",
    "BACKUP_DIR": "",
    "EMAIL_HOST": "",
    "ALLOWED_HOSTS": "localhost",
    "BEHIND_TLS": "false",
    "PROXIES": "",
    "DEBUG": "false",
    "STORE_PAGES": "false",
    "WEB_PROCESSES": "1",
}


def environment_for(folder: Path, address: str) -> dict[str, str]:
    """The settings of now, with another folder and database; an empty address is SQLite in the folder."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    places = {"DATA_DIR": str(folder), "DATABASE_URL": address, "SECRET_KEY": settings.SECRET_KEY}
    return {**kept, **BY_ITSELF, **places, "PORT": str(port), "SITE_URL": f"http://localhost:{port}"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def manage(environment: Mapping[str, str], *command: str) -> None:
    """Run a command there. Raises Refused with the last line it said when it fails."""
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=with_parent(),
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["geen melding"])[-1]
        raise Refused(f"`manage.py {' '.join(command)}` mislukte: {with_advice(last)}")


@contextmanager
def served(environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """Serve it until the end of the block; gives its address. Raises Refused when it does not start.

    Its static files are those of this code, which were collected already for the installation that runs.
    """
    collect_when_changed()
    static = Path(environment["DATA_DIR"]) / "static"
    if not static.exists():
        static.symlink_to(settings.STATIC_ROOT)
    server = _start(environment, log)
    try:
        _wait_until_live(environment["SITE_URL"], server, log)
        yield environment["SITE_URL"]
    finally:
        server.terminate()
        try:
            server.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _start(environment: Mapping[str, str], log: Path) -> "subprocess.Popen[bytes]":
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603 (our own command)
            web("127.0.0.1", int(environment["PORT"]), 1),
            cwd=settings.BASE_DIR,
            env=dict(environment),
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=with_parent(),
        )


def _wait_until_live(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urlopen(f"{address}/-/live", timeout=2).close()  # noqa: S310 (our own server)
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    last = (log.read_text(errors="replace").strip().splitlines() or ["geen melding"])[-1]
    raise Refused(f"De site wil niet starten: {last[:300]}")
