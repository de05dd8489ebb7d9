"""What was read and what was answered, gathered per theme and group in a fixed number of queries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from campagne.content.models import ContentPage
from campagne.content.page import PageTargetGroup
from campagne.figures.reach import Counted
from campagne.guided.models import GuidedSession
from campagne.measurement.dashboard.cells import cells_in, has_cells
from campagne.measurement.dashboard.ladder import is_scored
from campagne.measurement.dashboard.learning_in_groups import answers_in_groups
from campagne.measurement.dashboard.persons import groups_of
from campagne.measurement.dashboard.reading_and_knowing import Given, Pair, for_groups, pair_of
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.whom import labels_of_groups
from campagne.quiz.answers.results import ItemResult, items_by_block
from doelgroepen.models import Theme

Place = tuple[int, int]
"""A theme and a group; 0 is none."""


@dataclass(frozen=True)
class Together:
    """The pairs that have anything, and how many there could be."""

    pairs: tuple[Pair, ...]
    possible: int


def reading_and_knowing(selection: Selection) -> Together | None:
    """Every theme and group where anything was counted; None where the selection has no cells."""
    if not has_cells(selection):
        return None
    themes = [selection.theme] if selection.theme else list(Theme.objects.all())
    labels = labels_of_groups(selection)
    given = _given(selection)
    pairs = tuple(
        pair_of(theme.name, label, found)
        for theme, label in product(themes, labels)
        if not (found := given(theme.pk, label.pk)).is_nothing
    )
    return Together(pairs, len(themes) * len(labels))


def _given(selection: Selection):
    cells: dict[Place, list[Counted]] = {}
    for cell in cells_in(selection, by_theme=True):
        cells.setdefault((cell.theme, cell.group), []).append(cell)
    alone, clusters = _alone(selection), _clusters(selection)
    in_groups = [by_group for by_group in answers_in_groups(selection) if is_scored(next(iter(by_group.values())))]

    def of(theme: int, group: int) -> Given:
        place = theme, group
        return Given(
            cells.get(place, []), alone.get(place, []), for_groups(in_groups, frozenset(clusters.get(place, ())))
        )

    return of


def _alone(selection: Selection) -> Mapping[Place, list[ItemResult]]:
    """The answers of who came alone, by the labels that the page of the quiz has now."""
    period, labels = selection.period, dict(_labels_of_pages())
    given = items_by_block("page_id", page_ids=selection.pages, since=period.first, until=period.last, is_guided=False)
    found: dict[Place, list[ItemResult]] = {}
    for by_page in given:
        for page, item in by_page.items():
            if is_scored(item):
                for place in labels.get(page, ()):
                    found.setdefault(place, []).append(item)
    return found


def _labels_of_pages() -> Iterator[tuple[int, list[Place]]]:
    groups: dict[int, list[int]] = {}
    for page, group in PageTargetGroup.objects.order_by().values_list("content_object", "tag"):
        groups.setdefault(page, []).append(group)
    for page, theme in ContentPage.objects.filter(pk__in=groups).order_by().values_list("pk", "theme"):
        yield page, [(theme or 0, group) for group in groups[page]]


def _clusters(selection: Selection) -> Mapping[Place, set[str]]:
    """The sessions by the theme of their module and the groups they were held for."""
    every = GuidedSession.objects.order_by()
    sessions = every if selection.sessions is None else every.filter(pk__in=selection.sessions)
    groups, found = groups_of(selection.sessions), dict[Place, set[str]]()
    for session, cluster, theme in sessions.values_list("pk", "cluster", "module__theme"):
        for group in groups.get(session, ()):
            found.setdefault((theme or 0, group), set()).add(cluster)
    return found
