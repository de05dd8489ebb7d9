"""All of it in turn, on the kind of database that DATABASE_URL names."""

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.counting.country import in_a_country
from campagne.measurement.benchmarks.counting.killed import while_killed
from campagne.measurement.benchmarks.counting.years import over_the_years
from campagne.measurement.benchmarks.finding import Finding, Tell


def run(tell: Tell) -> Outcome:
    """Say of each finding at once what it is: the whole takes a quarter of an hour."""
    findings: list[Finding] = []
    for part in (while_killed, in_a_country, over_the_years):
        for finding in part(tell):
            tell(f"  {finding}")
            findings.append(finding)
    good = sum(bool(finding.is_good) for finding in findings)
    return Outcome(
        lines=(*map(str, findings), f"{good} van {len(findings)} bevindingen zijn zoals gevraagd."),
        is_reached=good == len(findings),
    )
