"""A presenter goes on: how long until the page of everybody in the group shows it?"""

import re
from collections.abc import Iterator, Sequence
from random import Random
from threading import Thread
from time import perf_counter, sleep

from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.live.groups import PEOPLE, Group
from campagne.measurement.benchmarks.live.participants import Loop, Participant
from campagne.measurement.benchmarks.steady_readers import percentile
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.measurement.benchmarks.survival.visiting import ask

MOST_SECONDS = 3.0
SECONDS_TO_COME_IN = 5.0
SECONDS_BETWEEN_PRESENTERS = 0.0
"""All at the same moment, as fast as they are answered."""
SECONDS_AFTER_LAST = 8.0
VERSION = re.compile(r'name="version" value="(\d+)"')


class Presenters(Thread):
    """Each goes one step on, in turn; notes when the site said that it was done."""

    def __init__(self, port: int, groups: Sequence[Group], between: float) -> None:
        super().__init__()
        self._port, self._groups, self._between = port, groups, between
        self.done_at: dict[int, tuple[str, float]] = {}
        self.refused = 0

    def run(self) -> None:
        sleep(SECONDS_TO_COME_IN)
        for group in self._groups:
            version = self.version_of(group)
            answer = ask(self._port, group.act, {"action": "next", "version": version})
            if answer.status == 303:
                self.done_at[group.pk] = (str(version + 1), perf_counter())
            else:
                self.refused += 1
            sleep(self._between)

    def version_of(self, group: Group) -> int:
        shown = VERSION.search(ask(self._port, group.act.removesuffix("doe/")).text)
        return int(shown[1]) if shown else 0


def reach_all(site: Installation, groups: Sequence[Group], tell: Tell) -> Iterator[Finding]:
    for workers in (1, 2):
        site.stop()
        site.start(workers=workers)
        tell(f"  {len(groups)} begeleiders gaan tegelijk een stap verder, {workers} webproces(sen) …")
        yield _reach(site, groups, workers)


def _reach(site: Installation, groups: Sequence[Group], workers: int) -> Finding:
    people = [(group, Participant(group.poll, page)) for group in groups for page in group.pages]
    presenters = Presenters(site.port, groups, SECONDS_BETWEEN_PRESENTERS)
    loop = Loop(site.port, [participant for _, participant in people], Random(workers))
    presenters.start()
    try:
        loop.run(SECONDS_TO_COME_IN + len(groups) * (SECONDS_BETWEEN_PRESENTERS + 0.1) + SECONDS_AFTER_LAST)
    finally:
        presenters.join()
        loop.close()
    took, missed = _times(presenters, people)
    slowest = took[-1] if took else 0.0
    p50, p99 = (percentile(took, share) if took else 0.0 for share in (0.5, 0.99))
    return found(
        f"Een stap, {workers} webproces(sen): in beeld bij {len(took)} van {len(people)} mensen in {len(groups)} "
        f"sessies, p50 {p50:.2f} s, p99 {p99:.2f} s, langste {slowest:.2f} s (antwoorden: {_counted(loop.statuses)})",
        f"alle {len(groups) * PEOPLE} binnen {MOST_SECONDS:.0f} s",
        not missed and not presenters.refused and slowest <= MOST_SECONDS and set(loop.statuses) <= {200, 304},
    )


def _times(presenters: Presenters, people: Sequence[tuple[Group, Participant]]) -> tuple[list[float], int]:
    """How long it took for whom it reached, shortest first, and how many it did not reach."""
    took = []
    for group, participant in people:
        version, done_at = presenters.done_at.get(group.pk, ("", 0.0))
        if version in participant.seen:
            took.append(max(0.0, participant.seen[version] - done_at))
    return sorted(took), len(people) - len(took)


def _counted(statuses: dict[int, int]) -> str:
    return ", ".join(f"{count:,} × {status}" for status, count in sorted(statuses.items()))
