"""A goal of the note on a sheet: its words, its figure at three levels, and what may be said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import shorten

from campagne.figures.verdicts import Verdict
from campagne.measurement.official.standing import AtLevel, Standing
from campagne.measurement.official.words import source_of

LONGEST_QUOTE, LONGEST_AREA, LONGEST_JUDGEMENT = 140, 32, 240
ARROWS = {Verdict.HIGHER: "▲", Verdict.LOWER: "▼"}


@dataclass(frozen=True)
class LevelFigure:
    """What was published of one area: `amount` is what is seen first, `rest` when and between which bounds."""

    area: str
    amount: str
    rest: str


@dataclass(frozen=True)
class GoalRow:
    """`arrow` stands there only where the interval of the difference excludes 0."""

    quote: str
    name: str
    levels: tuple[LevelFigure, ...]
    arrow: str
    judgement: str
    is_missing: bool


def goal_rows(found: Iterable[Standing]) -> tuple[GoalRow, ...]:
    return tuple(_row(standing) for standing in found)


def sources_of(found: Iterable[Standing]) -> tuple[str, ...]:
    """Whose figures stand on the sheet and of which edition, each once."""
    levels = (level for standing in found for level in _one_per_level(standing))
    return tuple(dict.fromkeys(source_of(level.observation) for level in levels if level.observation))


def next_figures(found: Iterable[Standing]) -> str:
    """When each publisher has a next figure; empty where nobody knows."""
    indicators = (standing.goal.indicator for standing in found)
    moments = dict.fromkeys(f"{each.next_on} ({each.source})" for each in indicators if each.next_on)
    return f"Volgend cijfer: {'; '.join(moments)}." if moments else ""


def _row(standing: Standing) -> GoalRow:
    goal, verdict = standing.goal, standing.verdict
    return GoalRow(
        quote=shorten(goal.source_text, LONGEST_QUOTE, placeholder=" …"),
        name=goal.indicator.name,
        levels=tuple(map(_figure, _one_per_level(standing))),
        arrow=ARROWS.get(verdict, ""),
        judgement=shorten(standing.judgement, LONGEST_JUDGEMENT, placeholder=" …"),
        is_missing=verdict is Verdict.NOT_ENTERED,
    )


def _one_per_level(standing: Standing) -> list[AtLevel]:
    """The area of the goal and the ones it is held against, or the first of a level; three at most."""
    meant = {standing.goal.region_id, standing.goal.reference_id}
    chosen: dict[str, AtLevel] = {}
    for level in standing.levels:
        if level.region.pk in meant or level.region.level not in chosen:
            chosen[level.region.level] = level
    return [_as_judged(level, standing) for level in chosen.values()]


def _as_judged(level: AtLevel, standing: Standing) -> AtLevel:
    """The figure that the verdict is about, where this area has one: its newest may be of another year."""
    if standing.ours is None or standing.theirs is None:
        return level
    # In time both are of one area, and then ours is shown: the verdict names the year of the other.
    judged = {row.region_id: row for row in (standing.theirs, standing.ours)}
    return replace(level, observation=judged.get(level.region.pk, level.observation))


def _figure(level: AtLevel) -> LevelFigure:
    amount, _, rest = level.words.partition(" (")
    bounds = rest.replace(")", "", 1)
    area = shorten(str(level.region), LONGEST_AREA, placeholder=" …")
    return LevelFigure(area, amount, ", ".join(filter(None, [level.period, bounds])))
