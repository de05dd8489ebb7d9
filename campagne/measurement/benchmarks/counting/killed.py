"""Sixteen writers and two consumers, all of them killed now and then: what was taken is counted exactly once."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count as numbers
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from django.db import Error, connections
from django.db.models import Model, Sum
from django.utils import timezone

from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.region import founded_region
from campagne.measurement.consumer import count
from campagne.measurement.inbox import Inbox, Kind
from campagne.measurement.models import DayEntrance, DayPage, MonthPage
from campagne.measurement.writer import Arrival, Busy, inbox_writer

WRITERS, CONSUMERS = 16, 2
SECONDS, SECONDS_BETWEEN = 20.0, 0.4
PAGES = 5


def while_killed(tell: Tell, *, seconds: float = SECONDS) -> Iterator[Finding]:
    """Write and count for so long while somebody is killed every moment, then compare."""
    tell(f"{WRITERS} schrijvers en {CONSUMERS} tellers, steeds een ervan gedood …")
    with founded_region(), TemporaryDirectory(prefix="ledger-") as folder:
        killed = _keep_killing(Path(folder), seconds)
        count(timezone.now(), settle=timedelta())
        yield from compared(_taken(Path(folder)), killed)


def _keep_killing(folder: Path, seconds: float) -> int:
    """Kill one of the processes every moment and put another in its place; return how many were killed."""
    connections.close_all()  # No process may share the line of another.
    jobs: list[Callable[[], None]] = [lambda place=place: _write(folder, place) for place in range(WRITERS)]
    jobs += [_consume] * CONSUMERS
    running = [_begun(job) for job in jobs]
    chance, killed, until = Random(1), 0, monotonic() + seconds
    while monotonic() < until:
        sleep(SECONDS_BETWEEN)
        place = chance.randrange(len(jobs))
        running[place].kill()
        running[place].join()
        running[place], killed = _begun(jobs[place]), killed + 1
    for process in running:
        process.kill()
        process.join()
    return killed + len(running)


def _begun(job: Callable[[], None]) -> ForkProcess:
    process = get_context("fork").Process(target=job, daemon=True)
    process.start()
    return process


def _write(folder: Path, place: int) -> None:
    """Store views and write down each that was taken, after it was; a number is never used again."""
    ledger = os.open(folder / str(place), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in numbers():
        once = f"{place}-{os.getpid()}-{number}|view"
        at = timezone.now()
        view = Arrival(once, Kind.VIEW.value, timezone.localdate(at), 1 + number % PAGES, 0, 0, at, is_entry=True)
        try:
            inbox_writer.store(view)
        except (Busy, Error):
            continue
        os.write(ledger, f"{once}\n".encode())


def _consume() -> None:
    while True:
        try:
            count(timezone.now(), settle=timedelta())
        except Error:
            continue


def _taken(folder: Path) -> set[str]:
    return {line for ledger in folder.iterdir() for line in ledger.read_text().splitlines()}


def compared(taken: set[str], killed: int) -> Iterator[Finding]:
    """What was taken stands in the inbox, and the counters hold just what stands there."""
    stored = set(Inbox.objects.values_list("once", flat=True))
    lost = taken - stored
    yield Finding(
        f"{len(taken):,} keer aangenomen terwijl {killed} processen werden gedood: {len(lost)} kwijt.",
        bool(taken) and not lost,
    )
    for model, name in ((DayPage, "views"), (MonthPage, "views"), (DayEntrance, "visits")):
        counted = total(model, name)
        yield Finding(
            f"{model._meta.verbose_name_plural}: {counted:,} geteld van {len(stored):,} bewaard.",
            counted == len(stored),
        )


def total(model: type[Model], name: str) -> int:
    return model._default_manager.aggregate(Sum(name))[f"{name}__sum"] or 0
