"""Does it get worse out there? The newest official figure of the region beside the one before it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from campagne.figures.verdicts import Verdict
from campagne.measurement.attention.card import Gap
from campagne.measurement.attention.signal import Proposal, Signal, Unknown
from campagne.measurement.attention.subject import Subject
from campagne.measurement.official.series import Goal, Observation, Wanted
from campagne.measurement.official.standing import Standing
from campagne.measurement.official.words import source_of

UNWANTED = {Wanted.LESS: Verdict.HIGHER, Wanted.MORE: Verdict.LOWER}
"""What is worse, for each direction that is better; without a direction nothing is."""


def threats() -> tuple[list[Signal], list[Unknown]]:
    """Judge the indicators of the goals; one that was not entered is told, never guessed. Two questions."""
    trends = list(_trends())
    worse = [trend for trend in trends if trend.verdict is UNWANTED.get(Wanted(trend.goal.indicator.wanted))]
    unknown = [trend for trend in trends if not trend.verdict.has_direction and not _is_equal(trend)]
    largest = {about: max(each, key=_size) for about, each in _by_subject(worse)}
    return [_signal(about, trend) for about, trend in largest.items()], [_unknown(trend) for trend in unknown]


def _trends() -> Iterator[Standing]:
    """Each indicator of a goal, in the area of the goal, held against its own figure before."""
    goals = Goal.objects.select_related("indicator__theme", "region").order_by("indicator__theme", "indicator", "pk")
    figures = Observation.objects.newest().filter(indicator__goals__isnull=False).select_related("indicator", "region")
    ours: dict[tuple[int, int], list[Observation]] = {}
    for row in figures.order_by("period").distinct():
        ours.setdefault((row.indicator_id, row.region_id), []).append(row)
    seen = set()
    for goal in goals:
        place = goal.indicator_id, goal.region_id
        if place not in seen:
            seen.add(place)
            yield _trend(goal, ours.get(place, []))


def _trend(goal: Goal, figures: list[Observation]) -> Standing:
    """Years against years; only without two of those a month against the same month of a year before."""
    years = [row for row in figures if len(row.period) == 4]
    now, before = (years[-1], years[-2]) if len(years) > 1 else _months(figures)
    told = {"indicator": goal.indicator, "region": goal.region, "relation": goal.relation}
    against = Goal(**told, baseline=before.period if before else goal.baseline)
    return Standing(against, levels=(), ours=now, theirs=before)


def _months(figures: list[Observation]) -> tuple[Observation | None, Observation | None]:
    months = {row.period: row for row in figures if len(row.period) > 4}
    for period in sorted(months, reverse=True):
        if before := months.get(f"{int(period[:4]) - 1}{period[4:]}"):
            return months[period], before
    return (figures[-1] if figures else None), None


def _by_subject(trends: Iterable[Standing]) -> Iterator[tuple[Subject, Iterator[Standing]]]:
    return groupby(trends, key=lambda trend: Subject(theme=trend.goal.indicator.theme_id))


def _signal(about: Subject, trend: Standing) -> Signal:
    numbers = {
        "indicator": trend.goal.indicator.slug,
        "now": trend.ours.period if trend.ours else "",
        "before": trend.theirs.period if trend.theirs else "",
        "change": round(trend.gap.value, 2) if trend.gap else None,
        "source": source_of(trend.ours) if trend.ours else "",
    }
    return Signal(Gap.THREAT, about, trend.sentence, _size(trend), Proposal.SEE_OFFER, numbers=numbers)


def _size(trend: Standing) -> float:
    return abs(trend.gap.value) if trend.gap else 0.0


def _is_equal(trend: Standing) -> bool:
    return trend.verdict is Verdict.NO_DIFFERENCE


def _unknown(trend: Standing) -> Unknown:
    return Unknown(Gap.THREAT, Subject(theme=trend.goal.indicator.theme_id), f"{trend.goal.indicator}: {trend.verdict}")
