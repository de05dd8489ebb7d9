"""`kill -9` of every process in turn, while people read, send beacons and answer a quiz."""

import os
import signal
from collections.abc import Iterator
from time import monotonic, sleep

import psycopg

from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import (
    CLOCK,
    KEEPER,
    SERVER,
    WEB,
    Installation,
    is_alive,
    seconds_until,
)
from campagne.measurement.benchmarks.survival.writing import Writers

SECONDS_BETWEEN = 1.5
MOST_SECONDS = 60
A_FEW = 10


def kill_each(site: Installation, times: int = 3) -> Iterator[Finding]:
    """Kill each process `times` times; afterwards compare what was taken with what is stored."""
    site.serve()
    with Writers(site) as writers:
        for name in (WEB, SERVER, CLOCK) * times:
            yield killed(site, writers, name)
        yield killed_with_all(site, writers)
        if site.address.startswith("postgres"):
            yield killed_below(site, writers)
        sleep(SECONDS_BETWEEN)
    yield from writers.findings()


def killed(site: Installation, writers: Writers, name: str) -> Finding:
    """Kill one process; it must come back, and the site must take again what is sent."""
    sleep(SECONDS_BETWEEN)
    before = site.processes()
    ended = {before[name][0], *(before[WEB] if name == SERVER else ())}
    began = monotonic()
    site.kill(before[name][0])

    def is_back() -> bool:
        now = site.processes()
        return all(len(now.get(each, ())) == len(before[each]) for each in before) and not any(map(is_alive, ended))

    if seconds_until(is_back, MOST_SECONDS) is None or not works_again(writers):
        return came_back(name, None)
    return came_back(name, monotonic() - began)


def works_again(writers: Writers) -> bool:
    taken = writers.taken()
    return seconds_until(lambda: writers.taken() > taken + A_FEW, MOST_SECONDS) is not None


def killed_with_all(site: Installation, writers: Writers) -> Finding:
    """Kill `serve` itself: everything it started ends with it, and it can be started again on the same port."""
    sleep(SECONDS_BETWEEN)
    before = site.processes()
    everybody = [pid for pids in before.values() for pid in pids]
    site.kill(before[KEEPER][0])
    ended = seconds_until(lambda: not any(map(is_alive, everybody)), MOST_SECONDS)
    if ended is None:
        left = [pid for pid in everybody if is_alive(pid)]
        return found(f"{KEEPER} is gedood en {len(left)} processen bleven over", "er blijft niets over", False)
    started = site.start()
    return found(
        f"{KEEPER} is gedood: na {ended:.1f} s was alles weg, en opnieuw starten duurde {started:.1f} s",
        f"samen binnen {MOST_SECONDS} s",
        ended + started < MOST_SECONDS and works_again(writers),
    )


def killed_below(site: Installation, writers: Writers) -> Finding:
    """Kill a process of PostgreSQL that works for the site; the server ends all others too and starts again."""
    sleep(SECONDS_BETWEEN)
    with psycopg.connect(site.address) as line:
        (pid,) = line.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() LIMIT 1"
        ).fetchone() or (0,)
    began = monotonic()
    os.kill(pid, signal.SIGKILL)
    return came_back("Een proces van PostgreSQL", monotonic() - began if works_again(writers) else None)


def came_back(name: str, seconds: float | None) -> Finding:
    asked = f"binnen {MOST_SECONDS} s"
    if seconds is None:
        return found(f"{name[0].upper()}{name[1:]} is gedood en kwam niet terug", asked, False)
    return found(f"{name[0].upper()}{name[1:]} is gedood en werkte na {seconds:.1f} s weer", asked, True)
