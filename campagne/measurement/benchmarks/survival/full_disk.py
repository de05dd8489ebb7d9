"""No room on the disk: no process of the site can make any file longer, until it can again."""

from collections.abc import Iterator
from contextlib import contextmanager
from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit
from time import monotonic

from django.db import connection

from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.database_away import Writes, stored_pages, works_again
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.measurement.benchmarks.survival.visiting import Answer, Readers
from campagne.measurement.benchmarks.survival.writing import Writers

SECONDS_FULL = 15
SECONDS_TO_ANSWER = 3


def fill_disk(site: Installation, seconds: float = SECONDS_FULL) -> Iterator[Finding]:
    """Let every write fail for a while; a database on a server of its own can still write."""
    site.serve()
    paths, writes = stored_pages(site), Writes(site)
    with Writers(site, number=2) as writers:
        with Readers(site.port, paths) as readers, no_room(site):
            began, answers = monotonic(), list[Answer]()
            while monotonic() - began < seconds:
                answers += writes.kept()
        yield found(f"schijf vol: {readers}", "100 %", readers.are_all_served and readers.asked > 0)
        yield taken_or_refused(answers, own_server=site.address.startswith("postgres"))
        yield works_again(site, writers)
    yield from writers.findings()
    if not site.address.startswith("postgres"):
        yield is_whole(site)


@contextmanager
def no_room(site: Installation) -> Iterator[None]:
    """Forbid each of its processes to write to any file, also beyond what is there; nobody is restarted."""
    everybody = [pid for pids in site.processes().values() for pid in pids]
    for pid in everybody:
        prlimit(pid, RLIMIT_FSIZE, (0, RLIM_INFINITY))
    try:
        yield
    finally:
        for pid in everybody:
            prlimit(pid, RLIMIT_FSIZE, (RLIM_INFINITY, RLIM_INFINITY))


def taken_or_refused(answers: list[Answer], *, own_server: bool) -> Finding:
    statuses, slowest = sorted({answer.status for answer in answers}), max(answer.seconds for answer in answers)
    traced = any("Traceback" in answer.text for answer in answers)
    wanted = {204, 302, 303} if own_server else {503}
    seen = f"schijf vol: {len(answers)} keer iets gestuurd, beantwoord met {statuses}, traagste {slowest:.2f} s"
    asked = f"alleen {sorted(wanted)}, binnen {SECONDS_TO_ANSWER} s"
    return found(seen, asked, set(statuses) <= wanted and slowest < SECONDS_TO_ANSWER and not traced)


def is_whole(site: Installation) -> Finding:
    with site.database(), connection.cursor() as cursor:
        said = [row for (row,) in cursor.execute("PRAGMA integrity_check").fetchall()]
    return found(f"integrity_check zegt: {', '.join(said)[:200]}", "ok", said == ["ok"])
