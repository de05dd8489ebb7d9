"""Totals of many sessions: per location, library, quarter and municipality. Counts of people, and no titles."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from django.db.models import Sum

from campagne.figures.disclosure import Kind, Thresholds
from campagne.guided.report import told
from campagne.guided.report.learning import AskedTwice, Learned, asked_twice, learned
from campagne.guided.report.session_report import OF_BEGUN, OF_VISITORS, Limits
from campagne.guided.report.told import Told
from campagne.guided.report.visitors import Visitors, meetings_held, together, visitors_of
from campagne.guided.sessions.meetings import Referral
from campagne.guided.sessions.session import GuidedSession, GuidedSessionQuerySet
from campagne.quiz.answers.results import AttemptCounts, attempt_counts_by_group
from campagne.quiz.answers.selection import Selection


class By(StrEnum):
    """By what sessions are taken together."""

    LOCATION = "locatie"
    LIBRARY = "bibliotheek"
    QUARTER = "kwartaal"
    MUNICIPALITY = "gemeente"


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months of a year; written in an address as "2026-4"."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def key(self) -> str:
        return f"{self.year}-{self.number}"

    def __str__(self) -> str:
        return f"{self.year}, {self.number}e kwartaal"


@dataclass(frozen=True)
class HeldSession:
    """What is counted of one session that was held. It belongs to the quarter of its first meeting."""

    cluster: str
    names: Mapping[By, str]
    first_day: date
    last_day: date
    visitors: Visitors
    attempts: AttemptCounts
    referred: int
    limits: Limits

    @property
    def quarter(self) -> Quarter:
        return Quarter.of(self.first_day)


@dataclass(frozen=True)
class Total:
    """Sessions taken together under one name; `people` are visitors, begun, finished and referred."""

    by: By
    name: str
    sessions: int
    not_filled_in: int
    first_day: date
    last_day: date
    people: tuple[Told, ...]
    learned: tuple[Learned, ...]


@dataclass(frozen=True)
class Gathered:
    """Every session somebody may count, and what their groups were asked twice."""

    sessions: tuple[HeldSession, ...]
    asked: tuple[AskedTwice, ...]

    @property
    def quarters(self) -> list[Quarter]:
        return sorted({session.quarter for session in self.sessions}, reverse=True)

    def within(self, quarter: str) -> "Gathered":
        """The sessions of this quarter; all of them without one."""
        chosen = (session for session in self.sessions if not quarter or session.quarter.key == quarter)
        return Gathered(tuple(chosen), self.asked)


def gathered(sessions: GuidedSessionQuerySet) -> Gathered:
    """Fetch what is counted of these sessions; a dozen queries, however many there are."""
    meetings, clusters = meetings_held(sessions), sessions.order_by().values("cluster")
    attempts = attempt_counts_by_group(clusters=clusters)
    referred = _referred(sessions)
    sensitive = set(sessions.filter(target_groups__is_sensitive=True).values_list("pk", flat=True))
    held = [
        HeldSession(
            cluster=session.cluster,
            names=_names(session, Quarter.of(meetings[session.pk][0].day)),
            first_day=meetings[session.pk][0].day,
            last_day=meetings[session.pk][-1].day,
            visitors=visitors_of(meetings[session.pk]),
            attempts=attempts.get(session.cluster, AttemptCounts(0, 0)),
            referred=referred.get(session.pk, 0),
            limits=Limits(session.limits, session.pk in sensitive),
        )
        for session in sessions.select_related("location__library", "location__municipality")
        if session.pk in meetings
    ]
    return Gathered(tuple(held), tuple(asked_twice(Selection(clusters=clusters))))


def totals(gathered: Gathered, by: By) -> list[Total]:
    """Take the sessions together; by quarter the newest first, by anything else in alphabetical order."""
    groups: dict[str, list[HeldSession]] = {}
    for session in gathered.sessions:
        groups.setdefault(session.names[by], []).append(session)
    ordered = sorted(groups, reverse=by is By.QUARTER)
    return [_total(by, name, groups[name], gathered.asked) for name in ordered]


def _total(by: By, name: str, sessions: list[HeldSession], asked: Iterable[AskedTwice]) -> Total:
    limits = _strictest([session.limits for session in sessions])
    visitors = together(session.visitors for session in sessions)
    clusters = {session.cluster for session in sessions}
    among = (question.among(clusters) for question in asked)
    return Total(
        by=by,
        name=name,
        sessions=len(sessions),
        not_filled_in=visitors.not_filled_in,
        first_day=min(session.first_day for session in sessions),
        last_day=max(session.last_day for session in sessions),
        people=_people(sessions, visitors, limits),
        learned=tuple(
            learned(question, limits.thresholds, is_sensitive=limits.is_sensitive)
            for question in among
            if question.by_group
        ),
    )


def _people(sessions: Collection[HeldSession], visitors: Visitors, limits: Limits) -> tuple[Told, ...]:
    begun = sum(session.attempts.begun for session in sessions)
    finished = sum(session.attempts.finished for session in sessions)
    referred = sum(session.referred for session in sessions)
    kind = {"kind": Kind.ATTEMPTS}
    return (
        Told(told.VISITORS, None if visitors.persons is None else limits.out(visitors.persons)),
        Told(told.BEGUN, limits.out(begun, **kind)),
        Told(told.FINISHED, limits.out(finished, begun, **kind), OF_BEGUN),
        Told(told.REFERRED, limits.out(referred, visitors.persons), OF_VISITORS),
    )


def _referred(sessions: GuidedSessionQuerySet) -> dict[int, int]:
    referrals = Referral.objects.filter(session__in=sessions.values("pk")).order_by()
    return dict(referrals.values_list("session").annotate(Sum("count")))


def _names(session: GuidedSession, quarter: Quarter) -> dict[By, str]:
    location = session.location
    return {
        By.LOCATION: f"{location.name} ({location.library.name})",
        By.LIBRARY: location.library.name,
        By.QUARTER: str(quarter),
        By.MUNICIPALITY: location.municipality.name,
    }


def _strictest(limits: Collection[Limits]) -> Limits:
    """What is told of several sessions has to be enough for each of them."""
    highest = {field.name: max(getattr(each.thresholds, field.name) for each in limits) for field in fields(Thresholds)}
    return Limits(Thresholds(**highest), any(each.is_sensitive for each in limits))
