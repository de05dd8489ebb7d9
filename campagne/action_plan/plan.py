"""Which acts follow from which answers: those that are not done, the largest effect first, never more than five."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from campagne.action_plan.answers import Answer

MOST_ACTS = 5
Act = TypeVar("Act", bound=Hashable)


@dataclass(frozen=True)
class Asked(Generic[Act]):
    """A question, by its mark, and the act that arranges it; effect 1 (small) to 3 (large), minutes it takes."""

    mark: int
    act: Act
    effect: int
    minutes: int


@dataclass(frozen=True)
class Plan(Generic[Act]):
    """At most five acts in the order to do them, and how many more wait until those are done."""

    acts: tuple[Act, ...]
    later: int
    done: int


def plan_of(asked: Iterable[Asked[Act]], answers: Mapping[int, Answer]) -> Plan[Act]:
    """Make the plan: the largest effect first, then what takes the least time, then the order of the questions.

    A question without an answer asks for nothing. An act that arranges more than one question is done once.
    """
    answered = [each for each in asked if each.mark in answers]
    to_do = [each for each in answered if not answers[each.mark].is_done]
    ordered = sorted(to_do, key=lambda each: (-each.effect, each.minutes))
    acts = tuple(dict.fromkeys(each.act for each in ordered))
    return Plan(acts[:MOST_ACTS], max(0, len(acts) - MOST_ACTS), len(answered) - len(to_do))
