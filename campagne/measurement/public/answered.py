"""What was answered in quizzes in a month: who came alone and who came in groups apart, question by question."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from campagne.figures.clusters import Cluster
from campagne.figures.disclosure import Figure, Kind
from campagne.measurement.periods import ONE_DAY, next_month
from campagne.quiz.answers.results import ItemResult, item_results, items_by_group
from campagne.quiz.questions.scoring import Construct

ALONE, IN_GROUPS = "alleen", "in-groepen"
DONT_KNOW = -1
"""In the place of an option: "weet ik niet" is an answer too."""
Row = Mapping[str, Any]


def right_in(month: date) -> list[Row]:
    """A row for each version and group: how many were right, of how many. Versions of one series are one question."""
    return [
        {"question": item.version.series_id, "way": way, "cluster": cluster, "count": item.right, "whole": item.whole}
        for way, cluster, item in _items(month)
        if item.version.is_scored
    ]


def chosen_in(month: date) -> list[Row]:
    """A row for each answer to a question about an intention, by version and group."""
    return [
        {"version": item.version.pk, "option": option, "way": way, "cluster": cluster, "count": count}
        | {"whole": item.whole}
        for way, cluster, item in _items(month)
        if item.version.construct == Construct.INTENTION.value
        for option, count in _options(item)
    ]


def share_of_answers(rows: list[Row], *, is_sensitive_item: bool = False) -> Figure:
    """The share of these rows together: of who came alone as it is, of who came in groups group by group."""
    clusters: dict[str, Cluster] = {}
    for row in rows:
        before = clusters.get(row["cluster"], Cluster(0, 0))
        clusters[row["cluster"]] = Cluster(before.successes + row["count"], before.trials + row["whole"])
    if set(clusters) - {""}:
        return Figure.guided(list(clusters.values()), is_sensitive_item=is_sensitive_item)
    alone = clusters.get("", Cluster(0, 0))
    return Figure(alone.successes, Kind.ANSWERS, alone.trials, is_sensitive_item=is_sensitive_item)


def share_of_choices(rows: list[Row]) -> Figure:
    """The same of one option: that all or nobody would do it is sensitive, that nobody said not to know is not."""
    return share_of_answers(rows, is_sensitive_item=any(row["option"] != DONT_KNOW for row in rows))


def _items(month: date) -> Iterator[tuple[str, str, ItemResult]]:
    days = {"since": month, "until": next_month(month) - ONE_DAY}
    for item in item_results(is_guided=False, **days):
        yield ALONE, "", item
    for by_group in items_by_group(is_guided=True, **days):
        for cluster, item in by_group.items():
            yield IN_GROUPS, cluster, item


def _options(item: ItemResult) -> Iterable[tuple[int, int]]:
    yield from ((chosen.option.order, chosen.count) for chosen in item.options)
    yield DONT_KNOW, item.dont_know
