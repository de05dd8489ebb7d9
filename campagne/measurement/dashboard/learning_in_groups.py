"""What people answered in guided sessions: apart from who came alone, with a range for people who are alike."""

from collections.abc import Iterable, Mapping, Sequence

from campagne.figures.clusters import Cluster
from campagne.figures.disclosure import Audience, Figure, Kind, publishable, publishable_item
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import ALL_QUIZZES, FigureRow, intended, right_by
from campagne.measurement.dashboard.asked import Asked, in_groups
from campagne.measurement.dashboard.selection import Selection
from campagne.quiz.answers.results import ItemResult, attempt_counts_by_group, items_by_block
from campagne.quiz.questions.plan import Block

DONT_KNOW = "weet ik niet"
ALIKE = "Mensen uit één groep lijken op elkaar: bij groepen is de marge ruimer, en bij één groep is er geen."


def answers_in_groups(selection: Selection) -> list[dict[str, ItemResult]]:
    """The answers of this period in the sessions that count, per version, moment and group."""
    return items_by_block("cluster", **_of_sessions(selection))


def finished_in_groups(selection: Selection) -> list[FigureRow]:
    """How many of who began came to the end; no row where no group began."""
    counts = attempt_counts_by_group(**_of_sessions(selection)).values()
    clusters = [Cluster(count.finished, count.begun) for count in counts if count.begun]
    if not clusters:
        return []
    figure = Figure.guided(clusters, Kind.ATTEMPTS, is_sensitive_group=selection.is_sensitive)
    subject = f"{ALL_QUIZZES}, {in_groups(len(clusters))}"
    return [FigureRow(measures.QUIZ_FINISHED, subject, publishable(figure, audience=selection.audience))]


def understanding_in_groups(
    groups: Iterable[Mapping[str, ItemResult]], *, is_sensitive: bool, audience: Audience = Audience.STAFF
) -> list[FigureRow]:
    """How many answered each question right, before and after a lesson; versions of one series are one question."""
    stems: dict[int, str] = {}
    given: dict[tuple[int, Block | None], dict[str, Cluster]] = {}
    for by_group in groups:
        for cluster, item in by_group.items():
            stems[item.version.series_id] = item.version.stem
            counted = given.setdefault((item.version.series_id, item.block), {})
            before = counted.get(cluster, Cluster(0, 0))
            counted[cluster] = Cluster(before.successes + item.right, before.trials + item.whole)
    asked = {
        Asked(series, stems[series], block, _answering(clusters)): clusters
        for (series, block), clusters in given.items()
    }
    ordered = sorted(asked, key=lambda each: (each.stem, each.series, each.place))
    return [_right(each, list(asked[each].values()), is_sensitive, audience) for each in ordered]


def intention_in_groups(groups: Iterable[Mapping[str, ItemResult]], *, is_sensitive: bool) -> list[list[FigureRow]]:
    """Per question a row for each option, or one row that says why none is shown."""
    return [_options(list(by_group.values()), is_sensitive) for by_group in groups]


def _of_sessions(selection: Selection) -> dict:
    period, sessions = selection.period, selection.sessions
    clusters = None if sessions is None else list(sessions.values())
    return {"is_guided": True, "clusters": clusters, "since": period.first, "until": period.last}


def _answering(clusters: Mapping[str, Cluster]) -> int:
    return sum(bool(cluster.trials) for cluster in clusters.values())


def _right(asked: Asked, clusters: Sequence[Cluster], is_sensitive: bool, audience: Audience) -> FigureRow:
    figure = Figure.guided(clusters, is_sensitive_group=is_sensitive)
    return FigureRow(right_by(asked), asked.subject, publishable(figure, audience=audience), asked)


def _options(items: Sequence[ItemResult], is_sensitive: bool) -> list[FigureRow]:
    first, sensitive = items[0], {"is_sensitive_group": is_sensitive}
    names = [chosen.option.text for chosen in first.options]
    figures = [
        Figure.guided(
            [Cluster(item.options[n].count, item.whole) for item in items], is_sensitive_item=True, **sensitive
        )
        for n in range(len(names))
    ]
    figures.append(Figure.guided([Cluster(item.dont_know, item.whole) for item in items], **sensitive))
    outcomes = publishable_item(figures, audience=Audience.STAFF)
    asked = Asked(first.version.series_id, first.version.stem, first.block, figures[0].sessions or 0)
    return intended(asked, [*names, DONT_KNOW], outcomes)
