"""How many pages a second: stored, made anew each time, and by nginx from a file."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from statistics import median

from campagne.measurement.benchmarks.demo_site import DemoSite
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.nginx import found_nginx, giving_out
from campagne.measurement.benchmarks.saturation import BUSY, Place, Rate, rate_of

ROUNDS, SECONDS_PER_ROUND = 5, 2
TIMES_UNCACHED, SHARE_OF_NGINX = 300, 0.4


def speed(site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """Alternate rounds of all, so that whatever else the machine does falls on all alike."""
    path = next(path for path in site.paths() if path.startswith("/modules/") and path != "/modules/")
    body = site.read(path, "br")
    with ExitStack() as stack:
        places = {"bewaard": site.place(path)}
        places["niet bewaard"] = replace(stack.enter_context(site.without_store()), path=path)
        if found_nginx():
            port, process = stack.enter_context(giving_out(body, site.folder, site.cores.for_server()))
            places["nginx"] = Place(port, process, "/page", site.host)
        rates = rates_of(places, tell)
    yield Finding(f"De gemeten pagina is {path}: {len(body):,} bytes met brotli.")
    yield from map(Finding, (described(name, rounds) for name, rounds in rates.items()))
    stored, uncached = typical(rates["bewaard"]), typical(rates["niet bewaard"])
    ratio = stored / uncached
    yield Finding(
        f"Bewaard tegen niet bewaard: {ratio:.0f} keer (gevraagd: minstens {TIMES_UNCACHED}).", ratio >= TIMES_UNCACHED
    )
    if "nginx" not in rates:
        yield Finding("nginx is niet geïnstalleerd, dus daar is niet mee vergeleken.")
        return
    share = stored / typical(rates["nginx"])
    yield Finding(
        f"Bewaard tegen nginx: {share:.0%} (gevraagd: minstens {SHARE_OF_NGINX:.0%}).", share >= SHARE_OF_NGINX
    )


def rates_of(places: dict[str, Place], tell: Tell) -> dict[str, list[Rate]]:
    rates: dict[str, list[Rate]] = {name: [] for name in places}
    for number in range(ROUNDS + 1):
        for name, place in places.items():
            rate = rate_of(place, SECONDS_PER_ROUND)
            if number:  # The first round warms up.
                rates[name].append(rate)
        if number:
            told = ", ".join(f"{name} {rounds[-1].per_second_worked:,.0f}" for name, rounds in rates.items())
            tell(f"ronde {number} van {ROUNDS}, antwoorden per seconde rekentijd: {told}")
    return rates


def typical(rounds: Sequence[Rate]) -> float:
    return median(rate.per_second_worked for rate in rounds)


def described(name: str, rounds: Sequence[Rate]) -> str:
    """What a reader of the figures must know, also when it was not the server that was full."""
    busy = median(rate.busy for rate in rounds)
    shown = f"{name}: {median(rate.per_second for rate in rounds):,.0f} per seconde, de server werkte {busy:.0%}"
    if busy >= BUSY:
        return f"{shown}."
    return f"{shown}. Wie vraagt was de grens; per seconde rekentijd van de server zijn het {typical(rounds):,.0f}."
