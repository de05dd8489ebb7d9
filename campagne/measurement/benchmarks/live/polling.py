"""300 sessions of 30 people who all poll every five seconds: how long does a poll take?"""

from collections.abc import Iterator, Sequence
from random import Random

from campagne.measurement.benchmarks.beacon import nothings
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.live.groups import PEOPLE, Group
from campagne.measurement.benchmarks.live.participants import Loop, Participant
from campagne.measurement.benchmarks.load import answers_within
from campagne.measurement.benchmarks.steady_readers import percentile
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation

SECONDS_BETWEEN_POLLS = 5.0
SECONDS = 20.0
MOST_P99 = 1.0
WELL = {200, 304}
SECONDS_PER_RATE = 3.0


def poll_all(site: Installation, groups: Sequence[Group], tell: Tell) -> Iterator[Finding]:
    site.stop()
    site.start(workers=2)
    tell(f"  {len(groups)} × {PEOPLE} verbindingen gaan open …")
    people = [Participant(group.poll, interval=SECONDS_BETWEEN_POLLS) for group in groups for _ in range(PEOPLE)]
    loop = Loop(site.port, people, Random(1))
    try:
        loop.run(SECONDS)
    finally:
        loop.close()
    waits = sorted(loop.waits)
    p99, rate, asked = percentile(waits, 0.99), len(waits) / SECONDS, len(people) / SECONDS_BETWEEN_POLLS
    yield found(
        f"{len(groups)} sessies van {PEOPLE}, elke {SECONDS_BETWEEN_POLLS:.0f} s een vraag: {rate:,.0f} per seconde, "
        f"p50 {percentile(waits, 0.5) * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, langste {waits[-1] * 1000:.0f} ms "
        f"(wie vraagt was zelf hooguit {loop.most_late * 1000:.0f} ms te laat)",
        f"p99 hooguit {MOST_P99:.0f} s, {asked:,.0f} per seconde, elk antwoord 200 of 304",
        p99 <= MOST_P99 and set(loop.statuses) <= WELL and rate > 0.95 * asked,
    )
    yield _against_nothing(site, groups)


def _against_nothing(site: Installation, groups: Sequence[Group]) -> Finding:
    """As many as there can be, against an address of the site that does nothing."""
    polls = answers_within(SECONDS_PER_RATE, site.port, _polls(site.port, groups))
    idle = answers_within(SECONDS_PER_RATE, site.port, nothings(site.port))
    ratio = polls.total() / idle.total()
    return found(
        f"Zoveel als er past: {polls.total() / SECONDS_PER_RATE:,.0f} vragen naar de stand per seconde, tegen "
        f"{idle.total() / SECONDS_PER_RATE:,.0f} naar een adres dat niets doet: verhouding {ratio:.1f}",
        "minstens 1",
        ratio >= 1 and set(polls) <= WELL,
    )


def _polls(port: int, groups: Sequence[Group]) -> Iterator[bytes]:
    while True:
        for group in groups:
            yield f"GET {group.poll} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode()
