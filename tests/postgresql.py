"""Run a command against a PostgreSQL cluster of its own: `python -m tests.postgresql COMMAND …`.

The cluster lives in a temporary folder, listens on loopback on a free port, and is gone afterwards.
PostgreSQL refuses to run as root, so root runs it as the user `postgres`.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path:
    """The folder of the newest PostgreSQL server on this machine; raises FileNotFoundError without one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    if not found:
        raise FileNotFoundError("no PostgreSQL server found in /usr/lib/postgresql; run `make machine`")
    return found[-1].parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster and give its address as a DATABASE_URL; stop and remove it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="campagne-postgresql-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if as_user:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    port, data = free_port(), folder / "data"
    run = [*as_user, str(binaries() / "pg_ctl"), "-D", str(data), "-s", "-w"]
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120"
    init = [*as_user, str(binaries() / "initdb"), "-D", str(data), "-U", "campagne", "-A", "trust", "-E", "UTF8"]
    try:
        subprocess.run(init, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        subprocess.run([*run, "-o", options, "-l", str(folder / "log"), "start"], check=True, cwd=folder)
        yield f"postgres://campagne@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*run, "-m", "immediate", "stop"], check=False, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    with cluster() as address:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
