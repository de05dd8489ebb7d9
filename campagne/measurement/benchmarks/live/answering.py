"""Thirty people who answer at the same moment: nobody gets an error, and nothing that was taken is lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier
from uuid import uuid4

from campagne.measurement.benchmarks.finding import Finding, Tell
from campagne.measurement.benchmarks.live.groups import Group
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import WEB, Installation, seconds_until
from campagne.measurement.benchmarks.survival.visiting import ask
from campagne.quiz.models import Response

TAKEN = 303
TAKEN_BEFORE_KILLED = (1, 10, 20)
SECONDS_TO_COME_BACK = 60
MOST_TIMES = 5

Sent = list[tuple[str, dict[str, object]]]


def answer_at_once(site: Installation, groups: Sequence[Group], tell: Tell) -> Iterator[Finding]:
    """Each of these groups answers at one moment."""
    site.stop()
    site.start(workers=2)
    tell(f"  {len(groups)} keer dertig antwoorden op hetzelfde moment …")
    sent, statuses = list[Sent](), list[int]()
    for group in groups:
        sent.append(answers_of(group))
        statuses += send(site, sent[-1])
    kept = sum(stored(site, group, mine) for group, mine in zip(groups, sent, strict=True))
    others = Counter(status for status in statuses if status != TAKEN)
    yield found(
        f"{len(statuses)} antwoorden in {len(groups)} keer: {statuses.count(TAKEN)} aangenomen, {kept} bewaard"
        + "".join(f", {many} × {status}" for status, many in others.items()),
        "alle aangenomen en bewaard",
        set(statuses) == {TAKEN} and kept == len(statuses),
    )


def answer_while_killed(site: Installation, groups: Sequence[Group], tell: Tell) -> Iterator[Finding]:
    """Kill the web processes while thirty answers are on their way, and send all of them again."""
    tell("  kill -9 midden in dertig antwoorden …")
    for group, taken in zip(groups, TAKEN_BEFORE_KILLED, strict=True):
        sent, webs = answers_of(group), site.processes()[WEB]
        statuses = send(site, sent, kill=webs, after=taken)
        back = seconds_until(lambda: ask(site.port, "/-/live").status == 200, SECONDS_TO_COME_BACK)
        acknowledged = [one for one, status in zip(sent, statuses, strict=True) if status == TAKEN]
        kept = stored(site, group, acknowledged)
        again = send_until_taken(site, sent)
        rows = counting(site, group)
        yield found(
            f"Gedood na {taken} van de antwoorden: {len(acknowledged)} van {len(sent)} aangenomen, daarvan "
            f"{len(acknowledged) - kept} kwijt; na {back or 0:.1f} s weer terug, alles opnieuw gestuurd: "
            f"{again.count(TAKEN)} aangenomen, {rows} antwoorden in de telling",
            f"geen kwijt, en {len(sent)} antwoorden van {len(sent)} mensen",
            back is not None and kept == len(acknowledged) and set(again) == {TAKEN} and rows == len(sent),
        )


def answers_of(group: Group) -> Sent:
    """An answer of everybody, as the form of the question sends it."""
    return [(path, {"submission": str(uuid4()), "state": "answered", "option": group.option}) for path in group.answers]


def send(site: Installation, sent: Sent, *, kill: Sequence[int] = (), after: int = 0) -> list[int]:
    """Send all at the same moment, each over a connection of its own; kill these once so many were taken."""
    barrier, taken = Barrier(len(sent)), count(1)

    def one(path: str, told: dict[str, object]) -> int:
        barrier.wait()
        status = ask(site.port, path, told).status
        if status == TAKEN and next(taken) == after:
            for pid in kill:
                site.kill(pid)
        return status

    with ThreadPoolExecutor(len(sent)) as pool:
        return list(pool.map(one, *zip(*sent, strict=True)))


def send_until_taken(site: Installation, sent: Sent) -> list[int]:
    """Send all again, and once more what was not taken, as a participant's page does; a few times at most."""
    for _ in range(MOST_TIMES):
        statuses = send(site, sent)
        if set(statuses) == {TAKEN}:
            break
    return statuses


def stored(site: Installation, group: Group, sent: Sent) -> int:
    """How many of these stand in the database."""
    numbers = [told["submission"] for _, told in sent]
    with site.database():
        return Response.objects.filter(attempt__cluster=group.cluster, submission__in=numbers).count()


def counting(site: Installation, group: Group) -> int:
    with site.database():
        return Response.objects.counting().filter(attempt__cluster=group.cluster).count()
