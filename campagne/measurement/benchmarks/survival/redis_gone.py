"""Redis or Valkey ends while it is used: pages, publishing and the generation go on through the database."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket
from tempfile import TemporaryDirectory

from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.server import free_port
from campagne.measurement.benchmarks.survival.changing import Notice, Watchers, published, two_lists
from campagne.measurement.benchmarks.survival.database_away import stored_pages
from campagne.measurement.benchmarks.survival.editing import Editor
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation, seconds_until
from campagne.measurement.benchmarks.survival.visiting import Readers, ask

PROGRAMS = ("redis-server", "valkey-server")
SECONDS_TO_START = 10


def lose_redis(site: Installation, times: int = 3, watched: float = 6) -> Iterator[Finding]:
    """Serve with a Redis of our own, publish with it, kill it, and publish without."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        yield found("niet gemeten: hier is geen redis-server en geen valkey-server", "make machine", False)
        return
    with redis(program) as (process, address):
        site.serve(CACHE_URL=address)
        paths, editor, (here, _) = stored_pages(site), Editor(site), two_lists(site)
        notice = Notice("Redisbericht")
        pk = editor.publish(here.page, notice.title(1), notice.slug)
        page, listing = here.sightings(site, notice)
        with Readers(site.port, paths, number=1) as readers, Watchers(page, listing, number=2):
            process.kill()
            process.wait()
            yield from published(editor, pk, page, listing, times, watched)
        yield found(f"Redis weg: {readers}", "100 %", readers.are_all_served)
    status = ask(site.port, "/zoeken/?q=melden")
    yield found(f"Redis weg: zoeken antwoordt {status.status} in {status.seconds:.2f} s", "200", status.status == 200)


@contextmanager
def redis(program: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Start one on loopback, with nothing on disk; its process and its CACHE_URL."""
    port = free_port()
    with TemporaryDirectory(prefix="survival-redis-") as folder:
        options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)  # noqa: S603 (found above)
        try:
            seconds_until(lambda: is_listening(port), SECONDS_TO_START)
            yield process, f"redis://127.0.0.1:{port}/0"
        finally:
            process.kill()
            process.wait()


def is_listening(port: int) -> bool:
    with socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0
