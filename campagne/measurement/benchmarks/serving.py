"""How fast pages are given out, and does that stay so whatever else happens? The server has a core to itself."""

from collections.abc import Iterator

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.cores import two_cores
from campagne.measurement.benchmarks.demo_site import DemoSite, demo_site
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.speed import speed
from campagne.measurement.benchmarks.while_publishing import publishing
from campagne.measurement.benchmarks.while_slow import WORDS, slowness

SECONDS_TO_START = 90
MEGABYTES = 200
TIMES_ASKED = 5


def run(tell: Tell) -> Outcome:
    cores = two_cores()
    findings = [Finding(str(cores))]
    tell(str(cores))
    with cores.generating(), demo_site(cores, tell) as site:
        findings.append(start(site))
        tell("De bewaarde pagina's worden gemaakt …")
        site.become_calm()
        for part in (speed, publishing, slowness, memory):
            for finding in part(site, tell):
                findings.append(finding)
                tell(str(finding))
    return Outcome(tuple(map(str, findings)), is_reached=all(finding.is_good is not False for finding in findings))


def start(site: DemoSite) -> Finding:
    took = site.seconds_to_start
    text = f"make demo geeft na {took:.0f} s het eerste antwoord (gevraagd: binnen {SECONDS_TO_START} s)."
    return Finding(text, took <= SECONDS_TO_START)


def memory(site: DemoSite, tell: Tell) -> Iterator[Finding]:
    """After all of the above, and after every page was asked for, stored and made anew, and was searched for."""
    tell("Alle pagina's en veel zoekopdrachten …")
    paths = site.paths()
    for path in paths:
        site.read(path)
        site.read(f"{path}?vers=1")
    for number in range(TIMES_ASKED):
        for word in WORDS:
            site.read(f"/zoeken/?q={word}+{number}")
            site.read(f"/zoeken/?q={word}")
    most = max(site.megabytes())
    text = f"Geheugen van een webproces, na {len(paths)} pagina's en dit alles: {most:.0f} MB"
    yield Finding(f"{text} (gevraagd: hooguit {MEGABYTES} MB).", most <= MEGABYTES)
