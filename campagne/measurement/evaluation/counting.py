"""What is counted of an evaluation: for a measure, on pages, in a period; from the same counters as the dashboard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from campagne.figures.disclosure import Kind
from campagne.figures.evaluation import Counts
from campagne.measurement import measures
from campagne.measurement.dashboard.ladder import is_scored
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import acts_in, traffic_in
from campagne.measurement.evaluation.plan import Measured
from campagne.measurement.measures import Measure
from campagne.measurement.models import Act
from campagne.measurement.periods import Period
from campagne.quiz.answers.results import item_results
from campagne.quiz.models import QuestionVersion

IN_ALL = ""
"""The name of what is counted where there is one thing in all, and not a question at a time."""


@dataclass(frozen=True)
class Told:
    """How a measure of a plan is told: by which measure of ours, and of what it is a share."""

    measure: Measure
    kind: Kind


TOLD: Mapping[str, Told] = {
    Measured.READS: Told(measures.READS, Kind.VIEWS),
    Measured.RIGHT: Told(measures.RIGHT_ANSWERS, Kind.ANSWERS),
    Measured.USEFUL: Told(measures.USEFUL, Kind.ANSWERS),
}


def counts_in(measured: str, pages: list[int], period: Period, today: date) -> Counts:
    """Count so many out of so many; of answers for each series of a question apart, of who came alone.

    What groups answered is left out: people of one group are alike, and a lesson is not the campaign.
    """
    selection = Selection(period, pages, (), today)
    if measured == Measured.READS:
        traffic = traffic_in(selection)
        return {IN_ALL: (traffic.reads, traffic.views)}
    if measured == Measured.USEFUL:
        acts = acts_in(selection)
        yes, no = (acts.get((Act.USEFUL.value, answer), 0) for answer in ("yes", "no"))
        return {IN_ALL: (yes, yes + no)}
    return _right_per_series(pages, period)


def stems_of(names: Iterable[str]) -> dict[str, str]:
    """How the questions of these series are worded now; of one thing in all there is nothing to word."""
    series = {int(name) for name in names if name != IN_ALL}
    versions = QuestionVersion.objects.filter(series__in=series).order_by("number")
    return {str(series_id): stem for series_id, stem in versions.values_list("series_id", "stem")}


def _right_per_series(pages: list[int], period: Period) -> Counts:
    counted: dict[str, tuple[int, int]] = {}
    for item in item_results(page_ids=pages, since=period.first, until=period.last, is_guided=False):
        if is_scored(item):
            right, answers = counted.get(str(item.version.series_id), (0, 0))
            counted[str(item.version.series_id)] = (right + item.right, answers + item.whole)
    return counted
