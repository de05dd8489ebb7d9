"""A hundred thousand broken requests."""

from collections.abc import Iterator
from itertools import islice
from time import monotonic

from campagne.measurement.benchmarks.bad_requests import bad_requests
from campagne.measurement.benchmarks.barrage import fire
from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.measurement.benchmarks.survival.visiting import ask

NUMBER, SEED = 100_000, 3


def send_bad_requests(site: Installation, number: int = NUMBER) -> Iterator[Finding]:
    """Send them as fast as they are answered, and count the answers by status."""
    site.serve()
    began = monotonic()
    tally = fire("localhost", site.port, islice(bad_requests(SEED, f"localhost:{site.port}"), number))
    took = monotonic() - began
    counts = ", ".join(f"{status or 'verbroken'}: {count:,}" for status, count in sorted(tally.statuses.items()))
    worst = f"; eerste fout: {tally.faults[0][1].raw[:120]!r}" if tally.faults else ""
    yield found(
        f"{number:,} kapotte verzoeken in {took:.0f} s ({number / took:,.0f} per seconde): {counts}{worst}",
        "geen enkele 5xx",
        not tally.faults,
    )
    after = ask(site.port, "/zoeken/?q=melden").status
    yield found(f"daarna antwoordt zoeken {after}", "200", after == 200)
