"""The same web server with the same options, in front of nothing but bytes: what can be reached at all."""

import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from django.conf import settings

from campagne.measurement.benchmarks.demo_site import DemoSite
from campagne.measurement.benchmarks.incident.bare import NAMED
from campagne.measurement.benchmarks.saturation import Place
from campagne.measurement.benchmarks.server import free_port
from campagne.serving.management.commands.serve import WEB_SERVER

APPLICATION = "campagne.measurement.benchmarks.incident.bare:application"
SECONDS_TO_START, SECONDS_TO_STOP = 60, 20


@contextmanager
def viewless(site: DemoSite, body: bytes) -> Iterator[Place]:
    """Give out `body` on the core of the site, until the end of the block."""
    file, port = site.folder / "viewless", free_port()
    file.write_bytes(body)
    places = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", APPLICATION]
    process = subprocess.Popen(  # noqa: S603 (our own command)
        [sys.executable, *WEB_SERVER, *places],
        cwd=settings.BASE_DIR,
        env={**site.environment, NAMED: str(file)},
        preexec_fn=site.cores.for_server(),
    )
    try:
        _wait_for(port, process)
        yield Place(port, process.pid, "/", site.host)
    finally:
        process.terminate()
        process.wait(timeout=SECONDS_TO_STOP)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = monotonic() + SECONDS_TO_START
    while monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2).close()
        except OSError:
            sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server without a view did not answer on port {port}")
