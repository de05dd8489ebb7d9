"""How long do readers of stored pages wait while editors publish ten pages a second?"""

from collections.abc import Iterator
from itertools import cycle
from statistics import median

from campagne.measurement.benchmarks.demo_site import DemoSite
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.publishing import PAGES_A_SECOND, Publisher, publisher
from campagne.measurement.benchmarks.steady_readers import Waits, waits_of_readers

ROUNDS, SECONDS_OF_READING, READERS_A_SECOND = 3, 10, 300
TIMES_IDLE = 3


def publishing(site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """Readers at a fixed rate, in turn while nothing happens and while pages are published."""
    paths = ["/", *site.paths()[::5]]
    requests = cycle([site.place(path).request() for path in paths])
    for path in paths:
        site.read(path)
    idle, busy, published = [], [], []
    with publisher(site.environment, site.cores.for_server()) as editor:
        for number in range(ROUNDS + 1):
            site.become_calm()
            waits = read(site, requests)
            during = read_while_publishing(site, requests, editor)
            if number:  # The first round warms up.
                idle.append(waits)
                busy.append(during[0])
                published.append(during[1] / SECONDS_OF_READING)
                tell(f"ronde {number} van {ROUNDS}: rustig {waits}; bij publiceren {during[0]}")
    yield from told_of_publishing(idle, busy, published)


def read(site: DemoSite, requests: Iterator[bytes]) -> Waits:
    return waits_of_readers(site.port, requests, a_second=READERS_A_SECOND, seconds=SECONDS_OF_READING)


def read_while_publishing(site: DemoSite, requests: Iterator[bytes], editor: Publisher) -> tuple[Waits, int]:
    editor.begin(SECONDS_OF_READING)
    return read(site, requests), editor.published()


def told_of_publishing(idle: list[Waits], busy: list[Waits], published: list[float]) -> Iterator[Finding]:
    middle = len(idle) // 2
    quiet, loud = (sorted(rounds, key=lambda waits: waits.p99)[middle] for rounds in (idle, busy))
    yield Finding(f"{READERS_A_SECOND} lezers per seconde, rustig: {quiet}.")
    yield Finding(f"Terwijl er wordt gepubliceerd: {loud}.")
    pace = median(published)
    yield Finding(
        f"Gepubliceerd: {pace:.1f} pagina's per seconde (gevraagd: {PAGES_A_SECOND}).", pace >= 0.95 * PAGES_A_SECOND
    )
    times = loud.p99 / quiet.p99
    yield Finding(f"De p99 is dan {times:.1f} keer zo lang (gevraagd: minder dan {TIMES_IDLE}).", times < TIMES_IDLE)
