"""What events refer to, asked once for all of them: entrances, chosen groups and what pages said on their days."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Q

from campagne.measurement.cells.attribution import NO_WAY_IN, Cell, Labels, WayIn, cells_of
from campagne.measurement.cells.cell import NO_LABEL
from campagne.measurement.cells.labelled import PageLabelPeriod
from campagne.measurement.entrances.entrance import Entrance
from campagne.measurement.inbox import Happened
from campagne.measurement.ingest import CHOICE
from doelgroepen.models import TargetGroup

Periods = list[tuple[date, date, Labels]]
"""Labels with the first and the last day on which they held."""
NO_LABELS = Labels()


@dataclass(frozen=True)
class Known:
    """Three queries, whatever number of events."""

    entrances: Mapping[str, WayIn]
    groups: Mapping[str, int]
    labels: Mapping[int, Periods]

    @classmethod
    def of(cls, events: Collection[Happened]) -> "Known":
        vias = {event.via for event in events} - {""}
        return cls(_entrances(vias), _groups(vias), _labels(events))

    def way_in(self, event: Happened) -> WayIn:
        """The entrance somebody came in along; along one that we do not know is along none."""
        return self.entrances.get(event.via, NO_WAY_IN) if event.is_entry else NO_WAY_IN

    def cells_of(self, event: Happened) -> tuple[Cell, ...]:
        """Where an event counts."""
        return _cells_of(
            self.labels_of(event.page_id, event.day), self.way_in(event), self.groups.get(event.via, NO_LABEL)
        )

    def labels_of(self, page_id: int, day: date) -> Labels:
        periods = self.labels.get(page_id, ())
        return next((labels for begins, ends, labels in periods if begins <= day <= ends), NO_LABELS)


_cells_of = lru_cache(maxsize=4096)(cells_of)


def _entrances(vias: Collection[str]) -> dict[str, WayIn]:
    found = Entrance.objects.filter(code__in=vias).order_by()
    rows = found.values_list("code", "pk", "group_id", "municipality_id")
    return {code: WayIn(number, group or NO_LABEL, place or NO_LABEL) for code, number, group, place in rows}


def _groups(vias: Collection[str]) -> dict[str, int]:
    chosen = {via.removeprefix(CHOICE): via for via in vias if via.startswith(CHOICE)}
    found = TargetGroup.objects.filter(slug__in=chosen).order_by().values_list("slug", "pk")
    return {chosen[slug]: group for slug, group in found}


def _labels(events: Collection[Happened]) -> dict[int, Periods]:
    days, page_ids = {event.day for event in events}, {event.page_id for event in events}
    if not days:
        return {}
    held = Q(begins__lte=max(days)) & (Q(ends=None) | Q(ends__gte=min(days)))
    rows = PageLabelPeriod.objects.filter(held, page_id__in=page_ids).order_by()
    labels: dict[int, Periods] = defaultdict(list)
    for page_id, begins, ends, theme, groups, place in rows.values_list(
        "page_id", "begins", "ends", "theme", "groups", "municipality"
    ):
        labels[page_id].append((begins, ends or date.max, Labels(theme, tuple(groups), place)))
    return labels
