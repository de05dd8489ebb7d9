"""Where each goal of the note stands: three levels side by side, the gap that counts, and what may be said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campagne.figures.published import Published, change_of_counts, gap_between, gap_in_words
from campagne.figures.verdicts import OUTCOME, Verdict, conclusion, judge_published
from campagne.measurement.official.series import Goal, Indicator, Level, Observation, Region, Unit
from campagne.measurement.official.words import POINTS, amount_of, period_in_words, published
from doelgroepen.models import Theme

LEVELS = (Level.TEAM, Level.PROVINCE, Level.COUNTRY)
IN_ORDER = ("indicator__theme__order", "indicator__theme__name", "indicator__name", "relation")

Figures = Mapping[tuple[int, int, str], Observation]
"""The vintage that counts now, by indicator, area and period."""
Pair = tuple[Observation | None, Observation | None]


@dataclass(frozen=True)
class AtLevel:
    """The newest figure of an area; None is not entered."""

    region: Region
    observation: Observation | None

    @property
    def words(self) -> str:
        return amount_of(self.observation)

    @property
    def period(self) -> str:
        return period_in_words(self.observation.period) if self.observation else ""


@dataclass(frozen=True)
class Standing:
    """A goal with its figures. `ours` and `theirs` are the two that are compared, where both are there."""

    goal: Goal
    levels: tuple[AtLevel, ...]
    ours: Observation | None
    theirs: Observation | None

    @property
    def gap(self) -> Published | None:
        ours, theirs = (published(each) if each else None for each in (self.ours, self.theirs))
        if ours is None or theirs is None:
            return None
        if self.goal.indicator.unit == Unit.NUMBER:
            return change_of_counts(round(ours.value), round(theirs.value))
        return gap_between(ours, theirs)

    @property
    def verdict(self) -> Verdict:
        """A figure without a value was published: what it would say is not known, which is not the same as missing."""
        if self.ours is None or self.theirs is None:
            return judge_published(None)
        return Verdict.NOT_YET_KNOWN if self.gap is None else judge_published(self.gap)

    @property
    def against(self) -> str:
        """With what the region is compared: another area, or the year in which it began."""
        goal = self.goal
        return str(goal.reference) if goal.reference else f"in {period_in_words(self._then)}"

    @property
    def sentence(self) -> str:
        """What the figures say, made from nothing but the figures."""
        name = self.goal.indicator.name
        if self.ours is None or self.theirs is None:
            return f"{name}: {self._what_is_missing()}. {self._what_is_there()}".strip()
        ours, theirs = amount_of(self.ours), amount_of(self.theirs)
        region, when = self.goal.region, period_in_words(self.ours.period)
        if self.goal.reference is None:
            return f"{name}: {region} {ours} in {when}, {theirs} {self.against}. {self.judgement}"
        return f"{name} ({when}): {region} {ours}, {self.against} {theirs}. {self.judgement}"

    @property
    def judgement(self) -> str:
        """The difference and what may be said of it, for beside the figures; or which figure is missing."""
        if self.ours is None or self.theirs is None:
            missing = self._what_is_missing()
            return f"{missing[0].upper()}{missing[1:]}."
        told = []
        if self.gap is not None:
            told.append(f"Het verschil is {gap_in_words(self.gap, POINTS[Unit(self.goal.indicator.unit)])}.")
        told.append(conclusion(str(self.goal.region), self.verdict, rung=OUTCOME, reference=self.against))
        if self.verdict.has_direction:
            told.append(f"{self.goal.indicator.get_wanted_display().capitalize()}.")
        return " ".join(told)

    @property
    def _then(self) -> str:
        return self.theirs.period if self.theirs else self.goal.baseline

    def _what_is_missing(self) -> str:
        goal = self.goal
        if self.ours is None:
            is_there = any(level.region == goal.region and level.observation for level in self.levels)
            when = f" van na {goal.baseline}" if is_there and goal.reference is None else ""
            return f"het cijfer van {goal.region}{when} is {Verdict.NOT_ENTERED}"
        if goal.reference is None:
            return f"het cijfer van {goal.region} over {goal.baseline} is {Verdict.NOT_ENTERED}"
        return f"het cijfer van {goal.reference} over {period_in_words(self.ours.period)} is {Verdict.NOT_ENTERED}"

    def _what_is_there(self) -> str:
        """The newest figure of the smallest area that has one."""
        there = next((level for level in self.levels if level.observation is not None), None)
        return f"{there.region} in {there.period}: {there.words}." if there else ""


def standings(theme: Theme | None = None) -> list[Standing]:
    """Every goal, in the order of themes. Asks the database three things, however many figures there are."""
    goals = Goal.objects.select_related("indicator__theme").order_by(*IN_ORDER)
    if theme is not None:
        goals = goals.filter(indicator__theme=theme)
    areas = Region.objects.in_bulk()
    for goal in goals:
        goal.region, goal.reference = areas[goal.region_id], areas.get(goal.reference_id)
    shown = [area for area in areas.values() if area.level in LEVELS]
    shown.sort(key=lambda area: (LEVELS.index(area.level), area.name))
    figures = _figures({goal.indicator_id: goal.indicator for goal in goals}, areas)
    return [_standing(goal, shown, figures) for goal in goals]


def _figures(indicators: Mapping[int, Indicator], areas: Mapping[int, Region]) -> Figures:
    """The figures of these indicators, which are given along because they are asked for already."""
    # The vintage that counts comes last, and so is the one that stays.
    rows = Observation.objects.filter(indicator__in=indicators).order_by("vintage")
    for row in rows:
        row.indicator, row.region = indicators[row.indicator_id], areas[row.region_id]
    return {(row.indicator_id, row.region_id, row.period): row for row in rows}


def _standing(goal: Goal, regions: Iterable[Region], figures: Figures) -> Standing:
    levels = tuple(AtLevel(region, _newest(figures, goal.indicator_id, region.pk)) for region in regions)
    return Standing(goal, levels, *_pair(goal, figures))


def _newest(figures: Figures, indicator: int, region: int) -> Observation | None:
    periods = [period for found, place, period in figures if (found, place) == (indicator, region)]
    return figures[indicator, region, max(periods, key=_order)] if periods else None


def _pair(goal: Goal, figures: Figures) -> Pair:
    """The newest two that may be compared; else ours alone, or nothing."""
    ours = [row for (what, where, _), row in figures.items() if (what, where) == (goal.indicator_id, goal.region_id)]
    for row in sorted(ours, key=lambda row: _order(row.period), reverse=True):
        if theirs := figures.get((goal.indicator_id, *_counterpart(goal, row.period))):
            return row, theirs
    later = [row for row in ours if goal.reference_id or row.period[:4] > goal.baseline[:4]]
    return max(later, key=lambda row: _order(row.period), default=None), None


def _counterpart(goal: Goal, period: str) -> tuple[int, str]:
    """Of which area and period the other figure is: the same period elsewhere, or the same part of the first year."""
    if goal.reference_id:
        return goal.reference_id, period
    then = goal.baseline[:4] + period[4:]
    return (goal.region_id, then) if period > then else (goal.region_id, "")


def _order(period: str) -> tuple[bool, str]:
    """Years before months: a month says less."""
    return len(period) == 4, period
