"""What was counted of one page: lately, and per version in the last half year. Two questions, however much there is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum

from campagne.contacts.models import ReportChannel
from campagne.measurement.counters import SHOWN
from campagne.measurement.dashboard.traffic import Traffic
from campagne.measurement.models import DayAct, DayPage
from campagne.measurement.periods import Period, last_days
from campagne.serving.models import Installation
from doelgroepen.models import TargetGroup

LONGEST_DAYS = 182
"""A version is followed no longer than this, so that a page of many steps and years opens as quickly as another."""


@dataclass(frozen=True)
class Version:
    """One version of a page: the traffic of each step, and from which day to which it was counted."""

    revision_id: int
    days: Period
    steps: Mapping[int, Traffic]

    @property
    def traffic(self) -> Traffic:
        return sum(self.steps.values(), Traffic())


@dataclass(frozen=True)
class Counted:
    """The traffic of the period, and all versions that were shown in the last half year, the newest first."""

    lately: Traffic
    versions: tuple[Version, ...]
    is_demo: bool


@dataclass(frozen=True)
class Done:
    """What readers did in the period; `channels` are the names of the places to report that are still there."""

    acts: Counter[tuple[str, str]]
    channels: Mapping[str, str]
    is_sensitive: bool


def counted_on(page_id: int, period: Period) -> Counted:
    rows = sorted(_per_step(page_id, period), key=lambda row: -row["revision_id"])
    return Counted(
        lately=sum((_traffic(row, "lately") for row in rows), Traffic()),
        versions=tuple(_version(revision_id, list(of)) for revision_id, of in groupby(rows, _revision)),
        is_demo=any(row["is_demo"] for row in rows),
    )


def done_on(page_id: int, period: Period) -> Done:
    """Ask what was done, and with it what a place to report is called and whether the page is for a sensitive group."""
    labelled = TargetGroup.objects.filter(page_labels__content_object=page_id, is_sensitive=True)
    named = ReportChannel.objects.filter(slug=OuterRef("subject")).values("name")[:1]
    acts = DayAct.objects.within(period.first, period.last).on_pages([page_id]).order_by().values("act", "subject")
    rows = list(acts.annotate(times=Sum("count"), channel=Subquery(named), is_sensitive=Exists(labelled)))
    return Done(
        acts=Counter({(row["act"], row["subject"]): row["times"] for row in rows}),
        channels={row["subject"]: row["channel"] for row in rows if row["channel"]},
        is_sensitive=any(row["is_sensitive"] for row in rows),
    )


def _per_step(page_id: int, period: Period) -> QuerySet:
    """A row for each step of each version: its first and last day, and its traffic in half a year and lately."""
    is_late, longest = Q(day__range=(period.first, period.last)), last_days(period.last, LONGEST_DAYS)
    days = DayPage.objects.within(longest.first, longest.last).on_pages([page_id])
    steps = days.order_by().values("revision_id", "step")
    return steps.annotate(
        first=Min("day"),
        last=Max("day"),
        is_demo=Exists(Installation.objects.filter(is_demo=True)),
        **{f"{name}_ever": Sum(name) for name in SHOWN},
        **{f"{name}_lately": Sum(name, filter=is_late, default=0) for name in SHOWN},
    )


def _revision(row: Mapping[str, Any]) -> int:
    return row["revision_id"]


def _version(revision_id: int, rows: Iterable[Mapping[str, Any]]) -> Version:
    days = Period(min(row["first"] for row in rows), max(row["last"] for row in rows))
    return Version(revision_id, days, {row["step"]: _traffic(row, "ever") for row in rows})


def _traffic(row: Mapping[str, Any], when: str) -> Traffic:
    return Traffic(*(row[f"{name}_{when}"] for name in SHOWN))
