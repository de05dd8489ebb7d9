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
    asked = [finding.is_good for finding in findings if finding.is_good is not None]
    told = f"{sum(asked)} van {len(asked)} bevindingen zijn zoals gevraagd."
    return Outcome(lines=(*map(str, findings), told), is_reached=all(asked))
