"""Run a command against a PostgreSQL cluster of its own: `python -m tests.postgresql COMMAND …`.

The cluster lives in a temporary folder, listens on loopback on a free port, and is gone afterwards.
PostgreSQL refuses to run as root, so root runs it as the user `postgres`.
"""

import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its address as a DATABASE_URL, and ways to take it away for a while."""

    address: str
    folder: Path
    command: list[str]
    options: str

    @property
    def starting(self) -> list[str]:
        return [*self.command, "-o", self.options, "-l", str(self.folder / "log"), "start"]

    @property
    def stopping(self) -> list[str]:
        return [*self.command, "-m", "immediate", "stop"]

    @property
    def environment(self) -> dict[str, str]:
        """What tells a command where the cluster is, and how to stop and start it."""
        commands = {"STOP_DATABASE": shlex.join(self.stopping), "START_DATABASE": shlex.join(self.starting)}
        return {"DATABASE_URL": self.address, **commands}

    def start(self) -> None:
        subprocess.run(self.starting, check=True, cwd=self.folder)

    def stop(self) -> None:
        subprocess.run(self.stopping, check=False, cwd=self.folder)

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Let the server be silent: what is sent is received, and nothing is answered."""
        server = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        processes = [server, *map(int, children)]
        try:
            for process in processes:
                os.kill(process, signal.SIGSTOP)
            yield
        finally:
            for process in reversed(processes):
                os.kill(process, signal.SIGCONT)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a cluster; stop and remove it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="campagne-postgresql-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if as_user:
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    port, data = free_port(), folder / "data"
    init = [*as_user, str(binaries() / "initdb"), "-D", str(data), "-U", "campagne", "-A", "trust", "-E", "UTF8"]
    running = Cluster(
        address=f"postgres://campagne@127.0.0.1:{port}/postgres",
        folder=folder,
        command=[*as_user, str(binaries() / "pg_ctl"), "-D", str(data), "-s", "-w"],
        options=f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=120",
    )
    try:
        subprocess.run(init, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        running.start()
        yield running
    finally:
        running.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    with cluster() as running:
        return subprocess.run(command, env={**os.environ, **running.environment}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
