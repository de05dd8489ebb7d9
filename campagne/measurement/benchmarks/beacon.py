"""How many beacons a second, against a view that does nothing on the same server?"""

import json
from collections.abc import Callable, Iterator
from itertools import count
from statistics import median

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.load import answers_within
from campagne.measurement.benchmarks.server import served
from campagne.measurement.stamp import stamp_for

ROUNDS = 5
SECONDS_PER_ROUND = 2
TARGET = 0.5
# The page that Wagtail's migrations make: live, and without a revision.
PAGE, REVISION, STEP = 2, 0, 0
BROWSER = (
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
    "Accept: */*\r\nAccept-Language: nl-NL,nl;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\n"
)


def run(tell: Callable[[str], object]) -> Outcome:
    """Alternate rounds of both, so that whatever else the machine does falls on both alike."""
    rates: dict[str, list[float]] = {"beacon": [], "nothing": []}
    tell("Een lege installatie wordt klaargezet …")
    with served() as site:
        messages, idle = beacons(site.port), nothings(site.port)
        for round_number in range(ROUNDS + 1):
            accepted = rate(site.port, messages, 204)
            answered = rate(site.port, idle, 200)
            if round_number:  # The first round warms up.
                rates["beacon"].append(accepted)
                rates["nothing"].append(answered)
                tell(f"ronde {round_number} van {ROUNDS}: {accepted:,.0f} tegen {answered:,.0f} per seconde")
    accepted, answered = median(rates["beacon"]), median(rates["nothing"])
    ratio = accepted / answered
    return Outcome(
        lines=(
            f"Aangenomen beacons: {accepted:,.0f} per seconde, elk bewaard voor het antwoord.",
            f"Een adres dat niets doet: {answered:,.0f} per seconde.",
            f"Verhouding: {ratio:.2f} (gevraagd: minstens {TARGET}).",
        ),
        is_reached=ratio >= TARGET,
    )


def rate(port: int, requests: Iterator[bytes], status: int) -> float:
    """Answers a second with this status. Raises RuntimeError if there was any other."""
    answered = answers_within(SECONDS_PER_ROUND, port, requests)
    if set(answered) != {status}:
        raise RuntimeError(f"expected only answers with {status}, found {dict(answered)}")
    return answered[status] / SECONDS_PER_ROUND


def nothings(port: int) -> Iterator[bytes]:
    request = f"GET /-/live HTTP/1.1\r\nHost: localhost:{port}\r\n{BROWSER}\r\n".encode()
    while True:
        yield request


def beacons(port: int, page: int = PAGE, revision: int = REVISION) -> Iterator[bytes]:
    """Views of one page, each with a number of its own."""
    head = f"POST /m HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n{BROWSER}"
    message = {"kind": "view", "page": page, "revision": revision, "step": STEP, "entry": True, "after": 0}
    message["stamp"] = stamp_for(page, revision, STEP)
    for number in count():
        body = json.dumps({**message, "nonce": f"{number:016d}"})
        yield f"{head}Content-Type: text/plain;charset=UTF-8\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
