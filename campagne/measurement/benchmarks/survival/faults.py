"""The faults, as data, and the run of all of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.bad_input import send_bad_requests
from campagne.measurement.benchmarks.survival.changing import change
from campagne.measurement.benchmarks.survival.clock_back import set_clock_back
from campagne.measurement.benchmarks.survival.database_away import start_without_database, take_database_away
from campagne.measurement.benchmarks.survival.full_disk import fill_disk
from campagne.measurement.benchmarks.survival.installation import Installation, installed
from campagne.measurement.benchmarks.survival.killing import kill_each
from campagne.measurement.benchmarks.survival.migrating import migrate
from campagne.measurement.benchmarks.survival.redis_gone import lose_redis


@dataclass(frozen=True)
class Fault:
    """What breaks, in words for who reads the outcome, and how it is done."""

    name: str
    cause: Callable[[Installation], Iterable[Finding]]


FAULTS = (
    Fault("kill -9 van elk proces, onder last", kill_each),
    Fault("De database een minuut weg, en een minuut onzin", take_database_away),
    Fault("De site start terwijl de database weg is", start_without_database),
    Fault("Geen plaats meer op de schijf", fill_disk),
    Fault("Publiceren, weghalen, verplaatsen en aflopen, voor wie leest bij twee webprocessen", change),
    Fault("Redis gaat weg terwijl er wordt gepubliceerd", lose_redis),
    Fault("De tabellen veranderen terwijl er wordt gelezen", migrate),
    Fault("De klok van de machine een uur terug", set_clock_back),
    Fault("Honderdduizend kapotte verzoeken", send_bad_requests),
)


def run(tell: Callable[[str], object]) -> Outcome:
    """Let everything break in turn, on one installation with the demo region."""
    tell("De voorbeeldregio wordt klaargezet …")
    good = bad = 0
    with installed() as site:
        for fault in FAULTS:
            tell(f"{fault.name} …")
            for finding in fault.cause(site):
                tell(f"  {finding}")
                good, bad = good + bool(finding.is_good), bad + (not finding.is_good)
    return Outcome(lines=(f"{good} van {good + bad} bevindingen zijn zoals gevraagd.",), is_reached=not bad)
