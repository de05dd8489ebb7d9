"""People who do something: beacons and answers to a quiz, each kept in a ledger with whether the site took it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

from django.db.models import Max, Sum
from django.utils import timezone
from wagtail.models import Page

from campagne.measurement.benchmarks.finding import Finding
from campagne.measurement.benchmarks.survival.crowd import Crowd
from campagne.measurement.benchmarks.survival.finding import found
from campagne.measurement.benchmarks.survival.installation import Installation
from campagne.measurement.benchmarks.survival.visiting import NO_ANSWER, ask
from campagne.measurement.consumer import count
from campagne.measurement.counters import DayPage
from campagne.measurement.inbox import Inbox, Kind
from campagne.measurement.stamp import stamp_for
from campagne.quiz.models import Quiz, Response

TAKEN = {"beacon": 204, "answer": 303}
SECONDS_BEFORE_AGAIN = 0.2
AT_A_TIME = 500


@dataclass
class Ledger:
    """What was sent and what of it the site said it took: beacons by their number, answers by theirs."""

    sent: dict[str, set[str]] = field(default_factory=lambda: {"beacon": set(), "answer": set()})
    taken: dict[str, set[str]] = field(default_factory=lambda: {"beacon": set(), "answer": set()})
    refused: int = 0
    unanswered: int = 0
    last_refusal: int = 0


@dataclass(frozen=True)
class Target:
    """What is written about: a page with its revision, and the first question of a quiz with an option of it."""

    page: int
    revision: int
    quiz: str
    option: str

    @classmethod
    def of(cls, site: Installation) -> "Target":
        with site.database():
            home = Page.objects.get(depth=2)
            quiz = next(quiz for quiz in Quiz.objects.order_by("slug") if quiz.current_version)
            question = quiz.current_version.items.order_by("order").first().version
            return cls(home.pk, home.live_revision_id or 0, quiz.slug, str(question.options.first().key))

    def beacon(self, number: str) -> dict[str, object]:
        place = {"page": self.page, "revision": self.revision, "step": 0}
        stamp = stamp_for(self.page, self.revision, 0)
        return {"kind": "view", **place, "stamp": stamp, "nonce": number, "entry": False, "after": 0}


class Writers(Crowd):
    """Threads that send beacons and answers; what got no answer, or a refusal, is sent again as it was."""

    def __init__(self, site: Installation, *, number: int = 4) -> None:
        super().__init__(number)
        self._site = site
        self.target, self.ledger = Target.of(site), Ledger()
        self._views_before = views(site, self.target.page)
        with site.database():
            self._rows_before = Inbox.objects.aggregate(Max("pk"))["pk__max"] or 0

    def taken(self) -> int:
        return sum(map(len, self.ledger.taken.values()))

    def _work(self, own: int) -> None:
        while not self._stop.is_set():
            number = uuid4().hex
            self._send("beacon", number, "/m", self.target.beacon(number))
            begun = ask(self._site.port, f"/quiz/{self.target.quiz}/start/", {})
            if begun.status == TAKEN["answer"]:
                number = str(uuid4())
                told = {"submission": number, "option": self.target.option}
                self._send("answer", number, begun.headers["location"], told)

    def _send(self, kind: str, number: str, path: str, told: dict[str, object]) -> None:
        """Send until it is taken, or until it is time to stop."""
        self.ledger.sent[kind].add(number)
        while True:
            status = ask(self._site.port, path, told).status
            if status == TAKEN[kind]:
                self.ledger.taken[kind].add(number)
                return
            self.ledger.last_refusal = status
            self.ledger.unanswered += status == NO_ANSWER
            self.ledger.refused += status != NO_ANSWER
            if self._stop.wait(SECONDS_BEFORE_AGAIN):
                return

    def findings(self) -> Iterator[Finding]:
        """Compare the ledger with what the database holds once everything is counted."""
        counted = views(self._site, self.target.page) - self._views_before
        with self._site.database():
            beacons = stored({f"{number}|view" for number in self.ledger.sent["beacon"]}, Inbox, "once")
            rows = Inbox.objects.filter(pk__gt=self._rows_before, kind=Kind.VIEW, page_id=self.target.page).count()
            answers = stored(self.ledger.sent["answer"], Response, "submission")
        taken, resent = self.ledger.taken, f"{self.ledger.unanswered} zonder antwoord, {self.ledger.refused} geweigerd"
        lost = {f"{number}|view" for number in taken["beacon"]} - set(beacons)
        yield found(
            f"{len(taken['beacon']):,} beacons aangenomen, {len(lost)} kwijt, {counted - rows} dubbel geteld",
            "geen kwijt, geen dubbel",
            not lost and counted == rows and len(set(beacons)) == len(beacons) > 0,
        )
        gone = taken["answer"] - set(answers)
        yield found(
            f"{len(taken['answer']):,} antwoorden aangenomen, {len(gone)} kwijt, "
            f"{len(answers) - len(set(answers))} dubbel; onderweg {resent} en opnieuw gestuurd",
            "geen kwijt, geen dubbel",
            not gone and len(answers) == len(set(answers)) and bool(taken["answer"]),
        )


def views(site: Installation, page: int) -> int:
    """Count everything that arrived, and give how often the page was viewed."""
    with site.database():
        count(timezone.now(), settle=timedelta())
        return DayPage.objects.filter(page=page).aggregate(Sum("views"))["views__sum"] or 0


def stored(numbers: set[str], model: type[Inbox | Response], column: str) -> list[str]:
    """Of these numbers, those that stand in the table, as often as they stand there."""
    wanted, found = sorted(numbers), list[str]()
    for first in range(0, len(wanted), AT_A_TIME):
        some = wanted[first : first + AT_A_TIME]
        found += map(str, model.objects.filter(**{f"{column}__in": some}).values_list(column, flat=True))
    return found
