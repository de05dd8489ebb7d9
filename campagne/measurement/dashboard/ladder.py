"""The six questions of the ladder, side by side and never added up to one number."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from campagne.measurement.dashboard.answers import Answer
from campagne.measurement.dashboard.learning import intention, understanding
from campagne.measurement.dashboard.learning_in_groups import answers_in_groups
from campagne.measurement.dashboard.official_figures import outcome
from campagne.measurement.dashboard.rewriting import before_and_after
from campagne.measurement.dashboard.selection import Selection
from campagne.measurement.dashboard.traffic import acts_in, outcomes_reached, traffic_of_all, traffic_per_day
from campagne.measurement.dashboard.visiting import attention, reach, step
from campagne.measurement.dashboard.whom import whom_we_reach
from campagne.measurement.official.standing import Standing, standings
from campagne.quiz.answers.results import ItemResult, items_by_block
from campagne.quiz.questions.scoring import Construct


def ladder(selection: Selection, *, counted_since: date) -> tuple[Answer, ...]:
    """Answer the six questions for a selection; what lies before `counted_since` is unknown, not 0.

    Who came alone and who came in groups are asked apart.
    """
    per_day, acts = traffic_per_day(selection), acts_in(selection)
    traffic = traffic_of_all(selection, per_day)
    alone = _answers_alone(selection)
    groups = answers_in_groups(selection)
    return (
        replace(reach(selection, traffic, per_day, counted_since), parts=whom_we_reach(selection)),
        replace(attention(selection, traffic, acts), parts=before_and_after(selection)),
        understanding(selection, [item for item in alone if is_scored(item)], _of(groups, is_scored)),
        intention(selection, [item for item in alone if is_intention(item)], _of(groups, is_intention)),
        step(acts, traffic, outcomes_reached(selection)),
        outcome(standings(selection.theme), selection.theme),
    )


def three_answers(
    selection: Selection, goals: Sequence[Standing], *, counted_since: date
) -> tuple[Answer, Answer, Answer]:
    """Answer what executives ask: reach, understanding and outcome, in the same way as on the whole ladder.

    `goals` is where those of the theme stand.
    """
    alone = [item for item in _answers_alone(selection) if is_scored(item)]
    per_day = traffic_per_day(selection)
    return (
        reach(selection, traffic_of_all(selection, per_day), per_day, counted_since),
        understanding(selection, alone, _of(answers_in_groups(selection), is_scored)),
        outcome(goals, selection.theme),
    )


def is_scored(item: ItemResult) -> bool:
    return item.version.is_scored


def is_intention(item: ItemResult) -> bool:
    return item.version.construct == Construct.INTENTION.value


def _answers_alone(selection: Selection) -> list[ItemResult]:
    period = selection.period
    given = items_by_block("cluster", page_ids=selection.pages, since=period.first, until=period.last, is_guided=False)
    return [item for by_cluster in given for item in by_cluster.values()]


def _of(groups: list[dict[str, ItemResult]], kind: Callable[[ItemResult], bool]) -> list[dict[str, ItemResult]]:
    return [by_group for by_group in groups if kind(next(iter(by_group.values())))]
