"""The last rung: what the official figures say of each goal. They follow the theme that was chosen and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from campagne.figures.verdicts import OUTCOME, Verdict
from campagne.measurement import measures
from campagne.measurement.dashboard.answers import Answer, OfficialRow
from campagne.measurement.measures import Measure
from campagne.measurement.official.reading.years_and_months import days_of
from campagne.measurement.official.series import Goal, Indicator, Observation, Unit
from campagne.measurement.official.shipped import ATTRIBUTION
from campagne.measurement.official.standing import AtLevel, Standing
from campagne.measurement.official.words import source_of
from doelgroepen.models import Theme

NO_GOALS = f"Over deze keuze is er geen doel met een officieel cijfer: {Verdict.NOT_ENTERED}."


def outcome(found: Sequence[Standing], theme: Theme | None = None) -> Answer:
    """A sentence for each goal that was found, of this theme or of all, and its newest figure at three levels."""
    about = f"thema: {theme}" if theme else "alle doelen"
    rows = [_row(standing.goal, level, about) for standing in found for level in standing.levels]
    told = (*(each.sentence for each in found), *_next(found))
    return Answer(OUTCOME, _counted(found), tuple(rows), notes=(OUTCOME.caveat, ATTRIBUTION), told=told)


def _counted(found: Sequence[Standing]) -> str:
    """Of how many goals something can be said at all: the sentence above the others."""
    if not found:
        return NO_GOALS
    comparable = [each for each in found if each.verdict is not Verdict.NOT_ENTERED]
    others = [(_areas(each), each) for each in found if each.verdict is Verdict.NOT_ENTERED]
    alone = [each for areas, each in others if each.goal.region.name in areas]
    elsewhere = [areas for areas, each in others if areas and each.goal.region.name not in areas]
    nowhere = len(others) - len(alone) - len(elsewhere)
    names = dict.fromkeys(name for areas in elsewhere for name in areas)
    place = next(iter(names)) if len(names) == 1 else "andere gebieden"
    parts = (
        (len(comparable), "kunnen we twee cijfers vergelijken"),
        (len(alone), "ontbreekt nog het cijfer om mee te vergelijken"),
        (len(elsewhere), f"is er alleen een cijfer van {place}"),
        (nowhere, "is nog nergens een cijfer ingevoerd"),
    )
    said = [(number, rest) for number, rest in parts if number]
    return " ".join(
        f"Voor {_goals(number, len(found), is_first=nth == 0)} {rest}." for nth, (number, rest) in enumerate(said)
    )


def _areas(standing: Standing) -> list[str]:
    """Of which areas this goal has a figure."""
    return [level.region.name for level in standing.levels if level.observation]


def _goals(number: int, total: int, *, is_first: bool) -> str:
    if number == total:
        return "dit doel" if total == 1 else f"alle {total} doelen"
    return f"{number} van de {total} doelen" if is_first else f"{number} {'doel' if number == 1 else 'doelen'}"


def _next(found: Sequence[Standing]) -> Iterator[str]:
    """When each publisher has a next figure, said once per publisher."""
    sources = dict.fromkeys((each.goal.indicator.source, each.goal.indicator.next_on) for each in found)
    return (f"Volgend cijfer: {moment} ({source})." for source, moment in sources if moment)


def _row(goal: Goal, level: AtLevel, about: str) -> OfficialRow:
    observation, is_count = level.observation, goal.indicator.unit == Unit.NUMBER
    measure = _measure(goal.indicator, source_of(observation) if observation else goal.indicator.source)
    if observation is None:
        return OfficialRow(measure, str(level.region), level.words, about)
    first, last = days_of(observation.period)
    return OfficialRow(
        measure,
        f"{level.region}, {level.period}",
        level.words,
        about,
        first,
        last,
        count=int(observation.value) if is_count and observation.value is not None else None,
        n=observation.rests_on,
        share=_share(observation),
    )


def _measure(indicator: Indicator, source: str) -> Measure:
    """The measure of all official figures, in the words of this one."""
    kind = "" if indicator.unit == Unit.NUMBER else indicator.get_unit_display()
    return replace(
        measures.OFFICIAL,
        name=indicator.name,
        unit=" ".join(filter(None, [kind, indicator.of_whom])),
        definition=indicator.definition,
        caveat=f"{indicator.caveat} {ATTRIBUTION}",
        source=source,
    )


def _share(observation: Observation) -> tuple[float | None, float | None, float | None] | None:
    """The value and its bounds as fractions; a count or an index is no share."""
    if observation.indicator.unit != Unit.PERCENT:
        return None
    numbers = (observation.value, observation.low, observation.high)
    value, low, high = (None if number is None else round(float(number) / 100, 6) for number in numbers)
    return value, low, high
