"""What the figures of a month are made from: rows that are read once, and asked by the question kept with each figure.

A question is plain data, so that it can be stored: `{"source": "visits", "where": {"theme": {"in": [3]}}}`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from campagne.figures.disclosure import Figure, Kind
from campagne.guided.models import GuidedSession
from campagne.guided.report.visitors import meetings_held, visitors_of
from campagne.measurement.cells.cell import CERTAIN, NO_LABEL, MonthCell
from campagne.measurement.cells.labelled import PageLabelPeriod
from campagne.measurement.counters import Act, MonthAct, MonthPage
from campagne.measurement.periods import ONE_DAY, next_month
from campagne.measurement.public.answered import chosen_in, right_in, share_of_answers, share_of_choices

Row = Mapping[str, Any]
Query = dict[str, Any]


def cells_in(month: date) -> list[Row]:
    """Every visit once: what several groups share stands under no group, and its copies are left out."""
    once = Q(method__in=CERTAIN) | Q(group=NO_LABEL)
    return list(MonthCell.objects.within(month, month).filter(once).per_cell())


def clicks_in(month: date) -> list[Row]:
    """Clicks on places to report, each with the theme that its page had at the end of the month."""
    themes = _themes_at(next_month(month) - ONE_DAY)
    counted = MonthAct.objects.within(month, month).filter(act=Act.REPORT).values_list("subject", "page_id", "count")
    return [
        {"subject": subject, "theme": themes.get(page, NO_LABEL), "count": count} for subject, page, count in counted
    ]


def persons_in(month: date) -> list[Row]:
    """One row for each session that began in the month and where somebody counted. Several groups are no group."""
    last = next_month(month) - ONE_DAY
    held = {
        session: visitors_of(meetings).persons
        for session, meetings in meetings_held(None).items()
        if month <= meetings[0].day <= last
    }
    sessions = GuidedSession.objects.filter(pk__in=held).select_related("location").prefetch_related("target_groups")
    return [
        {"group": _only(session), "municipality": session.location.municipality_id, "persons": held[session.pk]}
        for session in sessions.order_by("pk")
        if held[session.pk] is not None
    ]


def _only(session: GuidedSession) -> int:
    groups = [group.pk for group in session.target_groups.all()]
    return groups[0] if len(groups) == 1 else NO_LABEL


def _themes_at(day: date) -> dict[int, int]:
    """The theme of each page by the labels it last got up to a day."""
    labels = PageLabelPeriod.objects.filter(begins__lte=day).order_by("begins")
    return dict(labels.values_list("page_id", "theme"))


@dataclass(frozen=True)
class Source:
    """Rows of a month, and the figure that some of them make together."""

    read: Callable[[date], list[Row]]
    figure: Callable[[list[Row]], Figure]


def _sum(rows: list[Row], name: str) -> int:
    return sum(row[name] for row in rows)


SOURCES: Mapping[str, Source] = {
    "visits": Source(cells_in, lambda rows: Figure(_sum(rows, "visits"), Kind.VISITS)),
    "reads": Source(cells_in, lambda rows: Figure(_sum(rows, "reads"), Kind.VIEWS, _sum(rows, "views"))),
    "clicks": Source(clicks_in, lambda rows: Figure(_sum(rows, "count"), Kind.CLICKS)),
    "persons": Source(persons_in, lambda rows: Figure(_sum(rows, "persons"), Kind.PERSONS, sessions=len(rows) or None)),
    "right": Source(right_in, share_of_answers),
    "chosen": Source(chosen_in, share_of_choices),
}


@dataclass
class Inputs:
    """All that was counted in one month, given as its first day; each kind of rows is read at most once."""

    month: date
    _rows: dict[Callable, list[Row]] = field(default_factory=dict)

    def rows(self, source: str) -> list[Row]:
        read = SOURCES[source].read
        if read not in self._rows:
            self._rows[read] = read(self.month)
        return self._rows[read]

    def is_known(self, source: str) -> bool:
        """Whether this was counted at all: a month from before we counted by group is unknown, and not 0."""
        is_by_cell = SOURCES[source].read is cells_in
        return (
            not is_by_cell or bool(self.rows(source)) or not MonthPage.objects.within(self.month, self.month).exists()
        )

    def figure(self, query: Query) -> Figure:
        """Answer a question. Raises KeyError for a source that is not there."""
        where = query["where"]
        return SOURCES[query["source"]].figure([row for row in self.rows(query["source"]) if _fits(row, where)])


def _fits(row: Row, where: Mapping[str, Mapping[str, list]]) -> bool:
    return all(is_right for name, wanted in where.items() for is_right in _tested(row[name], wanted))


def _tested(value: Any, wanted: Mapping[str, list]) -> Iterator[bool]:
    if "in" in wanted:
        yield value in wanted["in"]
    if "not_in" in wanted:
        yield value not in wanted["not_in"]
