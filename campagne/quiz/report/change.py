"""Before and after: the same people, the same questions. Did they learn, and did they unlearn?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from campagne.figures.disclosure import Figure, Kind, Shown
from campagne.figures.estimates import Estimate, change_within, clustered_change, hake_gain
from campagne.figures.notation import of_hundred
from campagne.figures.sentences import of_points, points_in_words
from campagne.figures.verdicts import UNDERSTANDING, Verdict, conclusion, judge
from campagne.quiz.answers.results import marks_of
from campagne.quiz.questions.plan import Block
from campagne.quiz.questions.scoring import State
from campagne.quiz.questions.versions import QuestionVersion
from campagne.quiz.report.given import Given
from campagne.quiz.report.item import Line
from campagne.quiz.report.words import BOTH, of_whom, told, told_together

CELLS = ("bleef goed", "verleerde", "leerde", "bleef fout")
Cells = tuple[int, int, int, int]
"""How often right both times, right before only, right after only, and right neither time."""
NOBODY: Cells = (0, 0, 0, 0)


@dataclass(frozen=True)
class ChangeLine:
    """One question asked twice. `arrow` is empty unless the range of the difference leaves 0 out.

    `is_told` says whether the counts are of enough people to be shown.
    """

    stem: str
    who: str
    before: str
    after: str
    cells: tuple[Line, ...]
    points: str
    verdict: str
    arrow: str
    is_told: bool


@dataclass(frozen=True)
class ChangeReport:
    lines: tuple[ChangeLine, ...]
    gain: str
    skipped: str

    @property
    def is_told(self) -> bool:
        """Whether there is anything to tell of any question."""
        return any(line.is_told for line in self.lines)


def change_report(given: Given) -> ChangeReport | None:
    """Report what the quiz measures now, question by question; None where nothing is measured."""
    measured = [given.versions[p.version] for p in given.now if p.version and p.block is Block.MEASURE_PRE]
    scored = [version for version in measured if version.is_scored]
    if not scored:
        return None
    told_of = [(version, _cells_by_group(version, given)) for version in scored]
    lines = [line for version, groups in told_of for line in _lines(version, groups)]
    everybody = [total_of(groups.values()) for _, groups in told_of]
    skipped = sum(_skipped(version, given) for version in scored)
    whole = skipped + sum(sum(cells) for cells in everybody)
    return ChangeReport(
        lines=tuple(lines),
        gain=_gain([cells for cells in everybody if sum(cells)]),
        skipped=of_whom(told(Figure(skipped, Kind.TIMES, whole)), "keer") if skipped else "",
    )


def _cells_by_group(version: QuestionVersion, given: Given) -> dict[str, Cells]:
    """The four counts per group, over all versions of the series; who skipped either time is left out."""
    groups: dict[str, Cells] = {}
    for asked, rows in given.changes_to(version.series_id):
        by_group: dict[str, dict[tuple[str, str], int]] = {}
        for (cluster, *both), times in rows.items():
            by_group.setdefault(cluster, {})[both[0], both[1]] = times
        for cluster, changes in by_group.items():
            groups[cluster] = total_of([groups.get(cluster, NOBODY), cells_of(asked, changes)])
    return {cluster: cells for cluster, cells in groups.items() if sum(cells)}


def cells_of(version: QuestionVersion, changes: Mapping[tuple[str, str], int]) -> Cells:
    """The four counts of these patterns before and after, by the key of now; who skipped either time is left out."""
    marks = marks_of(version, {pattern for both in changes for pattern in both})
    cells = [0, 0, 0, 0]
    for (before, after), times in changes.items():
        if State.SKIPPED not in (before, after):
            cells[2 * (marks[before] is not True) + (marks[after] is not True)] += times
    return cells[0], cells[1], cells[2], cells[3]


def _skipped(version: QuestionVersion, given: Given) -> int:
    changes = (row for _, rows in given.changes_to(version.series_id) for row in rows.items())
    return sum(times for (_, *both), times in changes if State.SKIPPED in both)


def total_of(groups: Iterable[Cells]) -> Cells:
    n11, n10, n01, n00 = (sum(cells) for cells in zip(NOBODY, *groups, strict=True))
    return n11, n10, n01, n00


def _lines(version: QuestionVersion, groups: dict[str, Cells]) -> list[ChangeLine]:
    """Who came alone and who came in groups apart; one line that says so where nobody answered twice."""
    guided = [cells for cluster, cells in groups.items() if cluster]
    alone = groups.get("", NOBODY)
    if not _can_stand_apart(total_of(guided), alone):
        # With one of both withheld it could be subtracted from what is told of everybody; a mixture has no range.
        return [_line(version, "online en in groepen", total_of(groups.values()), None)]
    lines = []
    if sum(alone) or not guided:
        lines.append(_line(version, "online" if guided else "", alone, change_within(*alone) if sum(alone) else None))
    if guided:
        who = f"in {len(guided)} {'groep' if len(guided) == 1 else 'groepen'}"
        lines.append(_line(version, who, total_of(guided), clustered_change(guided)))
    return lines


def _can_stand_apart(guided: Cells, alone: Cells) -> bool:
    both = [Figure(0, Kind.ATTEMPTS, sum(cells)) for cells in (guided, alone)]
    return not all(figure.n for figure in both) or told_together(both)[0].is_shown


def _line(version: QuestionVersion, who: str, cells: Cells, change: Estimate | None) -> ChangeLine:
    n11, n10, n01, _ = cells
    pairs = sum(cells)
    before, after = (told(Figure(right, Kind.ATTEMPTS, pairs)) for right in (n11 + n10, n11 + n01))
    outcomes = told_together([Figure(cell, Kind.ATTEMPTS, pairs) for cell in cells])
    points, verdict = "", Verdict.TOO_LITTLE
    if isinstance(before, Shown) and change is not None:
        points, verdict = points_of(change, has_percentage=before.has_percentage), judge(change)
    return ChangeLine(
        stem=version.stem,
        who=who,
        before=of_whom(before, BOTH),
        after=of_whom(after, BOTH),
        cells=tuple(Line(name, of_whom(outcome, BOTH)) for name, outcome in zip(CELLS, outcomes, strict=True)),
        points=points,
        verdict=conclusion("Goed beantwoord", verdict, rung=UNDERSTANDING, reference="vooraf"),
        arrow={Verdict.HIGHER: "▲", Verdict.LOWER: "▼"}.get(verdict, ""),
        is_told=before.is_shown,
    )


def points_of(change: Estimate, *, has_percentage: bool) -> str:
    """The difference in points; of few people its range alone."""
    if has_percentage:
        return points_in_words(change)
    return f"waarschijnlijk tussen {of_points(change.low)} en {of_points(change.high)} procentpunt"


def _gain(measured: Sequence[Cells]) -> str:
    """What part of what could be learned was learned, on average; empty where that would mislead."""
    if not measured:
        return ""
    pairs = [sum(cells) for cells in measured]
    before, after = (
        sum((cells[0] + cells[which]) / sum(cells) for cells in measured) / len(measured) for which in (1, 2)
    )
    gain = hake_gain(before, after, min(pairs))
    if gain is None or gain <= 0:
        return ""
    return (
        f"Gemiddeld over {len(measured)} {'vraag' if len(measured) == 1 else 'vragen'} ging het van "
        f"{of_hundred(before)} naar {of_hundred(after)} van de 100 goed. Van wat nog te leren was, is "
        f"{of_hundred(gain)} van de 100 geleerd."
    )
