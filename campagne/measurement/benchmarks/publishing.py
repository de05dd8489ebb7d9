"""Publishing without end: pages at an exact pace from a process of its own.

Ten pages a second are no editor but planned pages or an import. Those are the work of the clock, and so it goes after
readers as the clock does.

Run by itself (`python -m campagne.measurement.benchmarks.publishing`) it says READY, and then publishes for as many
seconds as each line that it reads says, and tells how many pages that were.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import cycle

from django.conf import settings

from campagne.serving.processes import let_readers_go_first

PAGES_A_SECOND = 10
READY = "READY"
MODULE = "campagne.measurement.benchmarks.publishing"


class Publisher:
    """The process, as seen by who measures."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._hear(READY)

    def begin(self, seconds: float) -> None:
        self._process.stdin.write(f"{seconds}\n")
        self._process.stdin.flush()

    def published(self) -> int:
        """Wait until it is done; how many pages it published."""
        return int(self._hear(""))

    def _hear(self, expected: str) -> str:
        line = self._process.stdout.readline().strip()
        if not line.startswith(expected) or not line:
            raise RuntimeError(f"the publisher said {line!r}; expected {expected or 'a number'}")
        return line


@contextmanager
def publisher(environment: Mapping[str, str], first: Callable[[], None], module: str = MODULE) -> Iterator[Publisher]:
    """Start it, or another module that speaks alike; `first` is done in the new process, to choose its core."""
    process = subprocess.Popen(  # noqa: S603 (our own modules)
        [sys.executable, "-m", module],
        cwd=settings.BASE_DIR,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=first,
        start_new_session=True,
    )
    try:
        yield Publisher(process)
    finally:
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()


def publish_for(seconds: float, publish: Callable[[], None]) -> int:
    """Publish a page at each tenth of a second, and at once when that has passed; return how many."""
    began = time.monotonic()
    number = round(seconds * PAGES_A_SECOND)
    for done in range(number):
        time.sleep(max(began + done / PAGES_A_SECOND - time.monotonic(), 0))
        if time.monotonic() - began > seconds:
            return done
        publish()
    return number


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "campagne.settings")
    import django

    django.setup()
    let_readers_go_first()
    from wagtail.models import Page

    numbers = cycle(Page.objects.live().filter(depth__gt=3).order_by("path").values_list("pk", flat=True)[:40])

    def publish() -> None:
        Page.objects.get(pk=next(numbers)).specific.save_revision().publish()

    print(READY, flush=True)
    for line in sys.stdin:
        print(publish_for(float(line), publish), flush=True)


if __name__ == "__main__":
    main()
