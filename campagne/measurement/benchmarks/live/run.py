"""All of it in turn, on one installation with the demo region."""

from campagne.measurement.benchmarks import Outcome
from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.live.answering import TAKEN_BEFORE_KILLED, answer_at_once, answer_while_killed
from campagne.measurement.benchmarks.live.groups import PEOPLE, make_groups
from campagne.measurement.benchmarks.live.polling import poll_all
from campagne.measurement.benchmarks.live.reaching import reach_all
from campagne.measurement.benchmarks.survival.installation import installed

SESSIONS, FULL = 300, 30
AT_ONCE = 10


def run(tell: Tell) -> Outcome:
    """Sessions of thirty: all are polled, thirty have everybody in, and of those some answer."""
    tell("De voorbeeldregio wordt klaargezet …")
    findings: list[Finding] = []
    with installed() as site:
        tell(f"{SESSIONS} sessies van {PEOPLE} beginnen …")
        groups = make_groups(site, SESSIONS, with_people=FULL, tell=tell)
        parts = (
            (answer_at_once, groups[:AT_ONCE]),
            (answer_while_killed, groups[AT_ONCE : AT_ONCE + len(TAKEN_BEFORE_KILLED)]),
            (poll_all, groups),
            (reach_all, groups[:FULL]),
        )
        for part, some in parts:
            for finding in part(site, some, tell):
                tell(f"  {finding}")
                findings.append(finding)
    good = sum(bool(finding.is_good) for finding in findings)
    return Outcome(
        lines=(*map(str, findings), f"{good} van {len(findings)} bevindingen zijn zoals gevraagd."),
        is_reached=good == len(findings),
    )
