"""The plans of the demo as their file tells them; days are counted from the day of loading."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EvaluationEntry:
    """`campaign` is the slug of a page; the names of the choices are those of the plan."""

    question: str
    campaign: str
    measured: str
    expected: str
    smallest: int
    comparison: str
    written_days_ago: int
    begins_in_days: int
    lasts_days: int


@dataclass(frozen=True)
class Evaluations:
    evaluations: tuple[EvaluationEntry, ...]
