"""How long does an ordinary request take while hundreds of connections get nowhere?"""

import re
import socket
import time
from collections.abc import Iterator
from http.client import HTTPResponse

from campagne.measurement.benchmarks.beacon import beacons
from campagne.measurement.benchmarks.demo_site import DemoSite
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.load import connect
from campagne.measurement.benchmarks.slow_connections import Kind, poster, reader, sender, slow_connections

NUMBER, SECONDS, SLOWEST = 500, 12, 1.0
COUNTED = re.compile(r'data-page="(\d+)" data-revision="(\d+)"')
SECONDS_BETWEEN = 0.05
WORDS = ("phishing", "aangifte", "bankhelpdesk", "wachtwoord", "drugs", "melden", "jongeren", "lening")


def slowness(site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """Two kinds that every server must survive, and then the kind for which forms are refused on purpose."""
    tell(f"{NUMBER} trage verbindingen …")
    for word in WORDS:
        site.read(f"/zoeken/?q={word}")  # The first search of a process is slower, whoever else is connected.
    slowest = slowest_beside(site, sender, reader)
    yield Finding(
        f"Bij {NUMBER} die traag vragen of traag lezen duurde het langst: {told(slowest)} "
        f"(gevraagd: minder dan {SLOWEST:.0f} s).",
        max(slowest.values()) < SLOWEST,
    )
    slowest = slowest_beside(site, poster)
    yield Finding(
        f"Bij {NUMBER} die traag versturen: {told(slowest)}. Een bericht mag dan geweigerd worden, maar meteen.",
        max(slowest.values()) < SLOWEST,
    )


def told(slowest: dict[str, float]) -> str:
    return ", ".join(f"{kind} {seconds:.3f} s" for kind, seconds in slowest.items())


def slowest_beside(site: DemoSite, *kinds: Kind) -> dict[str, float]:
    """The longest wait of each kind of ordinary request."""
    messages, slowest, number = beacons(site.port, *of_a_page(site)), dict[str, float](), 0
    sent = {204, 503} if poster in kinds else {204}
    with slow_connections(site.port, site.host, NUMBER, *kinds):
        until = time.monotonic() + SECONDS
        while time.monotonic() < until:
            number += 1
            for kind, raw, expected in (
                ("een bewaarde pagina", site.place("/").request(), {200}),
                ("zoeken", site.place(f"/zoeken/?q={WORDS[number % len(WORDS)]}").request(), {200}),
                ("een bericht van de teller", next(messages), sent),
            ):
                slowest[kind] = max(slowest.get(kind, 0.0), seconds_of(site.port, raw, expected))
                time.sleep(SECONDS_BETWEEN)
    return slowest


def of_a_page(site: DemoSite) -> tuple[int, int]:
    """The page and the revision that the front page tells its readers to count."""
    page, revision = COUNTED.search(site.read("/", "identity").decode()).groups()
    return int(page), int(revision)


def seconds_of(port: int, raw: bytes, expected: set[int]) -> float:
    """How long one request takes on a connection of its own. Raises RuntimeError at another status."""
    began = time.monotonic()
    line: socket.socket = connect(port)
    with line:
        line.sendall(raw)
        answer = HTTPResponse(line)
        answer.begin()
        answer.read()
    if answer.status not in expected:
        raise RuntimeError(f"{raw[:40]!r} was answered with {answer.status}; expected {expected}")
    return time.monotonic() - began
