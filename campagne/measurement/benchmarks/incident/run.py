"""What to do now, with an incident that is told: how fast, how fast while it is updated, and always whole?"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import repeat
from statistics import median
from time import monotonic

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.cores import two_cores
from campagne.measurement.benchmarks.demo_site import DemoSite, demo_site
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.incident.editor import MODULE
from campagne.measurement.benchmarks.incident.viewless import viewless
from campagne.measurement.benchmarks.incident.whole import Seen, read_often
from campagne.measurement.benchmarks.process_tree import web_processes
from campagne.measurement.benchmarks.publishing import PAGES_A_SECOND, Publisher, publisher
from campagne.measurement.benchmarks.saturation import Place, Rate, rate_of
from campagne.measurement.benchmarks.speed import described, rates_of, typical
from campagne.measurement.benchmarks.steady_readers import waits_of_readers
from campagne.measurement.benchmarks.survival.finding import found
from campagne.serving.store.address import Address
from campagne.serving.store.shelf import Shelf

PATH = "/nu/"
SHARE_OF_VIEWLESS, TIMES_UNCACHED = 0.5, 300
READERS_A_SECOND, SECONDS_OF_READERS = 2500, 8
SHARE_WHILE_UPDATED, ROUNDS, SECONDS_PER_ROUND = 0.8, 5, 4
READS, MOST_SECONDS = 100_000, 120


def run(tell: Tell) -> Outcome:
    cores = two_cores()
    findings = [Finding(str(cores))]
    tell(str(cores))
    with cores.generating(), demo_site(cores, tell) as site, _editor(site) as editor:
        tell("Een incident is te zien; de bewaarde pagina's worden gemaakt …")
        site.become_calm()
        for part in (against_others, at_a_pace, partial(while_updated, editor), partial(always_whole, editor)):
            for finding in part(site, tell):
                findings.append(finding)
                tell(str(finding))
    return Outcome(tuple(map(str, findings)), is_reached=all(finding.is_good is not False for finding in findings))


def _editor(site: DemoSite):
    return publisher(site.environment, site.cores.for_server(), MODULE)


def _readers_process(site: DemoSite) -> Place:
    """What answers readers, without the clock: that goes after them, and another server has none."""
    [process] = web_processes(site.process)
    return replace(site.place(PATH), process=process)


def against_others(site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """In turn: as it is served, by the same server without a view, and a page of Wagtail that is made each time."""
    body = site.read(PATH, "br")
    page = next(path for path in site.paths() if path.startswith("/modules/") and path != "/modules/")
    with ExitStack() as stack:
        places = {
            PATH: _readers_process(site),
            "zonder view": stack.enter_context(viewless(site, body)),
            "niet bewaard": replace(stack.enter_context(site.without_store()), path=page),
        }
        rates = rates_of(places, tell)
    yield Finding(f"{PATH} met een incident is {len(body):,} bytes met brotli; niet bewaard is {page}.")
    yield from map(Finding, (described(name, rounds) for name, rounds in rates.items()))
    ours, best, uncached = (typical(rounds) for rounds in rates.values())
    yield found(
        f"Tegen een antwoord zonder view: {ours / best:.0%}",
        f"minstens {SHARE_OF_VIEWLESS:.0%}",
        ours / best >= SHARE_OF_VIEWLESS,
    )
    yield found(
        f"Tegen een pagina die niet bewaard is: {ours / uncached:.0f} keer",
        f"minstens {TIMES_UNCACHED}",
        ours / uncached >= TIMES_UNCACHED,
    )


def at_a_pace(site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """Told beside the server without a view, because a busy machine lets readers of either wait."""
    with viewless(site, site.read(PATH, "br")) as bare:
        for name, place in ((PATH, site.place(PATH)), ("zonder view", bare)):
            tell(f"{READERS_A_SECOND} lezers per seconde, {name} …")
            waits = waits_of_readers(
                place.port, repeat(place.request()), a_second=READERS_A_SECOND, seconds=SECONDS_OF_READERS
            )
            yield Finding(f"{READERS_A_SECOND:,} lezers per seconde, {name}: {waits}.")


def while_updated(editor: Publisher, site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """In turn while nothing happens and while the incident is updated."""
    place, idle, busy, updates = _readers_process(site), [], [], []
    for number in range(1, ROUNDS + 1):
        idle.append(rate_of(place, SECONDS_PER_ROUND))
        editor.begin(SECONDS_PER_ROUND)
        busy.append(rate_of(place, SECONDS_PER_ROUND))
        updates.append(editor.published() / SECONDS_PER_ROUND)
        tell(
            f"ronde {number} van {ROUNDS}: rustig {_told(idle[-1])}, bij {updates[-1]:.1f} berichten {_told(busy[-1])}"
        )
    share, pace = median(map(share_left, idle, busy)), median(updates)
    yield found(
        f"Terwijl het incident {pace:.1f} keer per seconde wordt bijgewerkt: {share:.0%} van de snelheid zonder",
        f"minstens {SHARE_WHILE_UPDATED:.0%}, bij {PAGES_A_SECOND} keer per seconde",
        share >= SHARE_WHILE_UPDATED and pace >= 0.95 * PAGES_A_SECOND,
    )


def share_left(idle: Rate, busy: Rate) -> float:
    """The share (0–1) of its speed that a full server keeps while it also makes the page anew.

    Making costs the same however many read, so it is counted against all the time there is, and not against the time
    that a slow generator let the server work.
    """
    making = busy.worked - busy.answers / idle.per_second_worked
    return 1 - making / busy.seconds


def _told(rate: Rate) -> str:
    return f"{rate.per_second:,.0f} per seconde ({rate.per_second_worked:,.0f} per seconde rekentijd)"


def always_whole(editor: Publisher, site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """Every answer whole and the bytes that belong to its tag; the file on disk whole whenever it is read."""
    tell(f"{READS:,} keer lezen terwijl het wordt bijgewerkt …")
    place, request = Address(site.host, PATH), site.place(PATH).request().replace(b"gzip, br", b"gzip")
    seen, updates, until = Seen(), 0, monotonic() + MOST_SECONDS

    def file_is_whole() -> bool:
        return Shelf(site.folder / "pages").fetch(place) is not None

    while seen.reads < READS and monotonic() < until:
        editor.begin(SECONDS_PER_ROUND)
        read_often(seen, site.port, request, times=READS, seconds=SECONDS_PER_ROUND + 1, file_is_whole=file_is_whole)
        updates += editor.published()
    yield _whole(seen, updates)


def _whole(seen: Seen, updates: int) -> Finding:
    wrong = ", ".join(f"{times} keer {what}" for what, times in seen.wrong.items()) or "niets"
    return found(
        f"{seen.reads:,} keer gelezen en {seen.file_reads:,} keer het bestand, bij {updates} nieuwe berichten, "
        f"{len(seen.bodies)} versies. Niet heel: {wrong}",
        f"{READS:,} keer gelezen, alles heel, meer dan één versie",
        seen.reads >= READS and not seen.wrong and len(seen.bodies) > 1,
    )
