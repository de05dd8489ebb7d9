"""A plan and its report as lines of a sheet; each line says what it is and what it does not say."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from campagne.figures.disclosure import Shown
from campagne.measurement.context.happening import NOT_OVER, Happening
from campagne.measurement.dashboard.answers import FigureRow
from campagne.measurement.dashboard.spreadsheet import DEMO_SOURCE, HAPPENING, SOURCE
from campagne.measurement.evaluation.describing import parts_of
from campagne.measurement.evaluation.plan import EvaluationPlan
from campagne.measurement.evaluation.shown import Arm, ShownReport
from campagne.sheets.cells import Cell

HEADER = (
    "soort", "waarvan", "onderdeel", "aantal", "van", "aandeel", "laag", "hoog", "in woorden", "eerste dag",
    "laatste dag", "wat het niet zegt", "bron",
)  # fmt: skip
NOTHING = ("", "", "", "", "")


def export_rows(
    plan: EvaluationPlan, report: ShownReport, happenings: Iterable[Happening], *, is_demo: bool
) -> Iterator[list[Cell]]:
    """The verdict first, then what was planned, what was changed, both arms, and what happened meanwhile."""
    source, caveat = DEMO_SOURCE if is_demo else SOURCE, " ".join(report.caveats)
    days = (plan.begins, plan.ends)
    yield ["oordeel", plan.campaign.title, "", *NOTHING, report.verdict, *days, caveat, source]
    yield ["oordeel", plan.campaign.title, "zin", *NOTHING, report.sentence, *days, caveat, source]
    for part in parts_of(plan):
        words = f"{part.words}; na de start veranderd in: {part.later}" if part.later else part.words
        yield ["plan", plan.campaign.title, part.name, *NOTHING, words, *days, "", f"vastgelegd op {_fixed_on(plan)}"]
    for change in plan.changes.all():
        words = f"was: {change.before}; werd: {change.after}; waarom: {change.reason}"
        yield [
            "veranderd na de start",
            plan.campaign.title,
            change.name,
            *NOTHING,
            words,
            change.changed_at.date(),
            "",
            "",
            "",
        ]
    for arm in report.arms:
        yield from (_figure(arm, row, caveat, source) for row in arm.rows)
    yield _gap(report, days, caveat, source)
    yield from map(_happened, happenings)


def _figure(arm: Arm, row: FigureRow, caveat: str, source: str) -> list[Cell]:
    outcome = row.outcome
    numbers: list[Cell] = [str(outcome), "", "", "", ""]
    if isinstance(outcome, Shown):
        estimate = outcome.estimate
        bounds = [estimate.value, estimate.low, estimate.high] if estimate else []
        numbers = [outcome.count, outcome.n, *(round(bound, 4) for bound in bounds)] + [""] * (3 - len(bounds))
    days = (arm.period.first, arm.period.last)
    return [row.measure.name, arm.name, row.subject, *numbers, row.words, *days, caveat, source]


def _gap(report: ShownReport, days: tuple, caveat: str, source: str) -> list[Cell]:
    """The difference as a fraction with its bounds; unknown where there is none."""
    gap = report.gap
    bounds: list[Cell] = [round(bound, 4) for bound in (gap.value, gap.low, gap.high)] if gap else [None, "", ""]
    return ["verschil", "campagne min vergelijking", "", "", "", *bounds, report.verdict, *days, caveat, source]


def _happened(happening: Happening) -> list[Cell]:
    ends = happening.ends or NOT_OVER
    words = f"{happening.number}. {happening.title}; verwacht: {happening.expected}"
    return [HAPPENING, happening.about, happening.kind, *NOTHING, words, happening.begins, ends, "", happening.source]


def _fixed_on(plan: EvaluationPlan) -> str:
    return timezone.localdate(plan.registered_at).isoformat()
