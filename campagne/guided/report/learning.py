"""Before and after: what groups were asked twice, and how that is told. The statistics are those of every quiz."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from campagne.figures.clusters import clustered_change
from campagne.figures.disclosure import Figure, Kind, Shown, Thresholds
from campagne.figures.estimates import Estimate
from campagne.figures.verdicts import UNDERSTANDING, Verdict, conclusion, judge
from campagne.guided.report import told
from campagne.guided.report.told import Told
from campagne.quiz.answers.selection import Selection
from campagne.quiz.answers.tallies import answers_by, changes_by
from campagne.quiz.models import QuestionVersion
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import State
from campagne.quiz.report.change import NOBODY, Cells, cells_of, points_of, total_of
from campagne.quiz.report.words import BOTH, told_together
from campagne.quiz.report.words import told as let_out

MEASURED = (Block.MEASURE_PRE, Block.MEASURE_POST)
TOO_FEW = "Er zijn te weinig antwoorden om iets te zeggen."


@dataclass(frozen=True)
class OfGroup:
    """What one group did with one question: the four counts of who answered both times, and who answered once."""

    cells: Cells = NOBODY
    only_before: int = 0
    only_after: int = 0


@dataclass(frozen=True)
class AskedTwice:
    """One question that was asked before and after, and what each group did with it, by cluster."""

    stem: str
    by_group: Mapping[str, OfGroup]

    def among(self, clusters: Collection[str]) -> "AskedTwice":
        return AskedTwice(self.stem, {name: group for name, group in self.by_group.items() if name in clusters})

    @property
    def groups(self) -> list[Cells]:
        """The groups in which somebody answered both times."""
        return [group.cells for group in self.by_group.values() if sum(group.cells)]

    @property
    def change(self) -> Estimate | None:
        """After minus before, with the design effect over groups; None for one group alone, or nobody."""
        return clustered_change(self.groups) if self.groups else None


@dataclass(frozen=True)
class Learned:
    """One question as it is told. `margin` is the range of the difference, or why there is none."""

    stem: str
    groups: int
    before: Told
    after: Told
    outcomes: tuple[Told, ...]
    once: tuple[Told, ...]
    margin: str
    verdict: str
    change: Estimate | None

    @property
    def rows(self) -> tuple[Told, ...]:
        return self.before, self.after, *self.outcomes, *self.once

    @property
    def is_told(self) -> bool:
        return isinstance(self.before.outcome, Shown)


def asked_twice(selection: Selection, always: Iterable[QuestionVersion] = ()) -> list[AskedTwice]:
    """What these groups were asked before and after, per series; `always` come first, also without answers. 6 queries.

    Only what is right or wrong; who skipped it did not answer.
    """
    changes = changes_by(selection, "version", "cluster")
    given = answers_by(replace(selection, blocks=MEASURED), "version", "cluster", "block", "pattern")
    wanted = {version for version, *_ in (*changes, *given)}
    found = QuestionVersion.objects.filter(pk__in=wanted).prefetch_related("options").in_bulk()
    first = list(always)
    order = {version.series_id: place for place, version in enumerate(first)}
    scored = sorted((version for version in found.values() if version.is_scored), key=lambda version: version.pk)
    by_series = {version.series_id: (version.stem, {}) for version in (*first, *scored)}
    for version in scored:
        groups = by_series[version.series_id][1]
        for cluster, group in _groups(version, changes, given).items():
            groups[cluster] = _added(groups.get(cluster, OfGroup()), group)
    ranked = sorted(by_series.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[1][0]))
    return [AskedTwice(stem, groups) for _, (stem, groups) in ranked]


def _groups(version: QuestionVersion, changes: Mapping, given: Mapping) -> dict[str, OfGroup]:
    both: dict[str, dict[tuple[str, str], int]] = {}
    for (asked, cluster, before, after), times in changes.items():
        if asked == version.pk:
            both.setdefault(cluster, {})[before, after] = times
    answered = Counter[tuple[str, str]]()
    for (asked, cluster, block, pattern), times in given.items():
        if asked == version.pk and pattern != State.SKIPPED:
            answered[cluster, block] += times
    groups = {}
    for cluster in {*both, *(name for name, _ in answered)}:
        cells = cells_of(version, both.get(cluster, {}))
        before, after = (answered[cluster, block.value] - sum(cells) for block in MEASURED)
        groups[cluster] = OfGroup(cells, before, after)
    return groups


def _added(one: OfGroup, other: OfGroup) -> OfGroup:
    return OfGroup(
        total_of([one.cells, other.cells]), one.only_before + other.only_before, one.only_after + other.only_after
    )


def learned(asked: AskedTwice, thresholds: Thresholds, *, is_sensitive: bool = False) -> Learned:
    """Let out what may be told of a question; the four counts together, or none."""
    cells = n11, n10, n01, _ = total_of(asked.groups)
    pairs, change = sum(cells), asked.change
    shares = told_together([_figure(right, pairs, is_sensitive) for right in (n11 + n10, n11 + n01)], thresholds)
    four = told_together([_figure(cell, pairs, is_sensitive) for cell in cells], thresholds)
    margin, verdict = _judged(asked, shares[0].is_shown, change, thresholds)
    of_both = {"of_whom": BOTH, "subject": asked.stem, "margin": margin}
    before, after = (
        Told(meaning, share, **of_both) for meaning, share in zip((told.BEFORE, told.AFTER), shares, strict=True)
    )
    return Learned(
        stem=asked.stem,
        groups=len(asked.groups),
        before=before,
        after=after,
        outcomes=tuple(Told(m, cell, **of_both) for m, cell in zip(told.OUTCOMES, four, strict=True)),
        once=_once(asked, pairs, thresholds, is_sensitive),
        margin=margin,
        verdict=verdict,
        change=change if shares[0].is_shown else None,
    )


def _once(asked: AskedTwice, pairs: int, thresholds: Thresholds, is_sensitive: bool) -> tuple[Told, ...]:
    """Who answered before or after only, out of everybody who answered then: counted, and named."""
    counts = [
        (told.ONLY_BEFORE, sum(group.only_before for group in asked.by_group.values()), "die vooraf antwoordden"),
        (told.ONLY_AFTER, sum(group.only_after for group in asked.by_group.values()), "die achteraf antwoordden"),
    ]
    return tuple(
        Told(meaning, let_out(_figure(count, pairs + count, is_sensitive), thresholds), whom, asked.stem)
        for meaning, count, whom in counts
    )


def _figure(count: int, whole: int, is_sensitive: bool) -> Figure:
    """A part of who answered; its range comes from the groups, never from single people."""
    return Figure(count, Kind.ANSWERS, whole, sessions=1, is_sensitive_group=is_sensitive)


def _judged(asked: AskedTwice, is_shown: bool, change: Estimate | None, thresholds: Thresholds) -> tuple[str, str]:
    """The range of the difference, or why there is none; and the verdict, where one may be given."""
    if not is_shown:
        return TOO_FEW, ""
    if change is None:
        return told.ONE_GROUP, ""
    verdict: Verdict = judge(change)
    sentence = conclusion("Goed beantwoord", verdict, rung=UNDERSTANDING, reference="vooraf")
    return points_of(change, has_percentage=change.n >= thresholds.percentage), sentence
