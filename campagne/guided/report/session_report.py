"""The report of one session: who came, who took part, who was helped further, and what they learned."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from campagne.figures.disclosure import Figure, Kind, Outcome, Shown, Thresholds
from campagne.guided.leading.hands import HandCount
from campagne.guided.report import told
from campagne.guided.report.learning import AskedTwice, Learned, asked_twice, learned
from campagne.guided.report.told import Meaning, Told
from campagne.guided.report.visitors import Held, Visitors, meetings_held, visitors_of
from campagne.guided.sessions.meetings import Referral
from campagne.guided.sessions.session import GuidedSession
from campagne.quiz.answers.medium import Medium
from campagne.quiz.answers.results import AttemptCounts, attempt_counts
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by
from campagne.quiz.models import QuestionVersion
from campagne.quiz.questions.pattern import options_in
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import State
from campagne.quiz.report.item import BLOCK_NAMES
from campagne.quiz.report.words import told as let_out
from campagne.quiz.report.words import told_together

OF_VISITORS, OF_BEGUN, IN_THE_ROOM = "bezoekers", "die begonnen", "in de zaal"
SENSITIVE = {Referral.Where.POLICE, Referral.Where.FRAUD_DESK, Referral.Where.VICTIM_SUPPORT}
ROOM, LETTERS_IN_A_LINE = 16, 110
"""How many lines beside the rest fit on one sheet in letters of an ordinary size."""
STATES = {State.DONT_KNOW.value: "Weet ik niet", State.SKIPPED.value: "Overgeslagen"}


@dataclass(frozen=True)
class Limits:
    """From how many on this session tells something: as it was when it began."""

    thresholds: Thresholds
    is_sensitive: bool

    def out(self, count: int, whole: int | None = None, *, kind: Kind = Kind.PERSONS, is_item: bool = False) -> Outcome:
        """Let a count out, or a part of a whole; a whole that is smaller than its part is none."""
        whole = whole if whole is not None and count <= whole else None
        flags = {"is_sensitive_item": is_item, "is_sensitive_group": self.is_sensitive}
        return let_out(Figure(count, kind, whole, sessions=1, **flags), self.thresholds)


@dataclass(frozen=True)
class Hands:
    """One question that was answered with hands: what went up for each answer."""

    stem: str
    block: str
    answers: tuple[tuple[str, Told], ...]

    @property
    def present(self) -> int | None:
        """How many were in the room; None when that is not told."""
        outcome = self.answers[0][1].outcome
        return outcome.n if isinstance(outcome, Shown) else None


@dataclass(frozen=True)
class SessionReport:
    """`people` are visitors, begun, finished and on paper, in that order. `meetings` pair a day with its headcount."""

    session: GuidedSession
    visitors: Visitors
    meetings: tuple[tuple[date, Told], ...]
    people: tuple[Told, ...]
    referred: tuple[Told, ...]
    hands: tuple[Hands, ...]
    learned: tuple[Learned, ...]

    @property
    def first_day(self) -> date | None:
        return self.meetings[0][0] if self.meetings else None

    @property
    def last_day(self) -> date | None:
        return self.meetings[-1][0] if self.meetings else None

    @property
    def is_long(self) -> bool:
        """Whether it needs smaller letters to stay on one sheet."""
        remarks = len(self.session.remarks) // LETTERS_IN_A_LINE
        return 3 * len(self.learned) + 2 * len(self.hands) + len(self.referred) + remarks > ROOM

    @property
    def rows(self) -> tuple[Told, ...]:
        """Every figure, in the order of the page."""
        hands = (row for question in self.hands for _, row in question.answers)
        questions = (row for question in self.learned for row in question.rows)
        return (*self.people, *self.referred, *questions, *hands)

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """What the figures on the page are, each once."""
        return tuple(dict.fromkeys(row.meaning for row in self.rows))


def report_of(session: GuidedSession) -> SessionReport:
    """Report a session; some fifteen queries. The same before and after its attempts became counts."""
    limits = Limits(session.limits, session.target_groups.filter(is_sensitive=True).exists())
    meetings = meetings_held(GuidedSession.objects.filter(pk=session.pk)).get(session.pk, ())
    visitors = visitors_of(meetings)
    return SessionReport(
        session=session,
        visitors=visitors,
        meetings=tuple((meeting.day, _headcount(meeting, limits)) for meeting in meetings),
        people=_people(session, visitors, limits),
        referred=_referred(session, visitors, limits),
        hands=_hands(session, limits),
        learned=tuple(
            learned(asked, limits.thresholds, is_sensitive=limits.is_sensitive) for asked in _asked_twice(session)
        ),
    )


def _headcount(meeting: Held, limits: Limits) -> Told:
    return Told(told.VISITORS, None if meeting.headcount is None else limits.out(meeting.headcount))


def _people(session: GuidedSession, visitors: Visitors, limits: Limits) -> tuple[Told, ...]:
    """Who came, began and finished, and on paper; a number on paper only where there is any."""
    attempts: AttemptCounts = attempt_counts(cluster=session.cluster)
    on_paper, kind = _on_paper(session), {"kind": Kind.ATTEMPTS}
    came = Told(told.VISITORS, None if visitors.persons is None else limits.out(visitors.persons))
    begun = Told(told.BEGUN, limits.out(attempts.begun, **kind))
    finished = Told(told.FINISHED, limits.out(attempts.finished, attempts.begun, **kind), OF_BEGUN)
    paper = Told(told.ON_PAPER, limits.out(on_paper, attempts.begun, **kind), OF_BEGUN)
    return (came, begun, finished, *([paper] if on_paper else []))


def _on_paper(session: GuidedSession) -> int:
    """Counts do not say which answers were of one person, so it is the question with the most answers on paper."""
    given = answers_by(Selection(cluster=session.cluster), "version", "block", "medium")
    return max((times for (*_, medium), times in given.items() if medium == Medium.PAPER), default=0)


def _referred(session: GuidedSession, visitors: Visitors, limits: Limits) -> tuple[Told, ...]:
    return tuple(
        Told(
            told.REFERRED,
            limits.out(referral.count, visitors.persons, is_item=referral.where in SENSITIVE),
            OF_VISITORS,
            f"naar {referral.get_where_display()}",
        )
        for referral in session.referrals.filter(count__gt=0)
    )


def _asked_twice(session: GuidedSession) -> list[AskedTwice]:
    """What the quiz of this session measures, in its own order, whether somebody answered or not."""
    if session.quiz_version is None:
        return []
    measured = session.quiz_version.items.filter(block=Block.MEASURE_PRE.value).order_by("order")
    versions = [item.version for item in measured.select_related("version") if item.version.is_scored]
    return asked_twice(Selection(cluster=session.cluster), versions)


def _hands(session: GuidedSession, limits: Limits) -> tuple[Hands, ...]:
    by_place: dict[int, list[HandCount]] = {}
    for counted in session.hands.select_related("version").order_by("place", "pk"):
        by_place.setdefault(counted.place, []).append(counted)
    versions = QuestionVersion.objects.prefetch_related("options").in_bulk(
        {counts[0].version_id for counts in by_place.values()}
    )
    parts = session.lesson.parts
    return tuple(
        Hands(versions[counts[0].version_id].stem, _block(parts, place), _hand_rows(versions, counts, limits))
        for place, counts in by_place.items()
    )


def _block(parts: tuple, place: int) -> str:
    return BLOCK_NAMES.get(parts[place - 1].block, "") if place <= len(parts) else ""


def _hand_rows(
    versions: Mapping[int, QuestionVersion], counts: list[HandCount], limits: Limits
) -> tuple[tuple[str, Told], ...]:
    """All answers of a question are shown, or none."""
    version = versions[counts[0].version_id]
    texts = {option.order: option.text for option in version.options.all()}
    present = max(max(counted.present, counted.count) for counted in counts)
    figures = [
        Figure(counted.count, Kind.PERSONS, present, sessions=1, is_sensitive_group=limits.is_sensitive)
        for counted in counts
    ]
    outcomes = told_together(figures, limits.thresholds)
    named = [(_answer(counted.pattern, texts), outcome) for counted, outcome in zip(counts, outcomes, strict=True)]
    return tuple((name, Told(told.HANDS, outcome, IN_THE_ROOM, f"{version.stem} {name}")) for name, outcome in named)


def _answer(pattern: str, texts: Mapping[int, str]) -> str:
    return STATES.get(pattern) or ", ".join(texts.get(order, str(order)) for order in options_in(pattern))
