"""A plan in words: its parts, how it stands today, and what its period could show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from campagne.figures.evaluation import Expected
from campagne.figures.notation import day_label
from campagne.measurement.evaluation.keeping import CHANGED_BY_REASON, GONE, said
from campagne.measurement.evaluation.outlook import Outlook, outlook
from campagne.measurement.evaluation.pages import pages_now
from campagne.measurement.evaluation.plan import EvaluationPlan
from campagne.measurement.evaluation.reporting import counted_since, report_due
from campagne.measurement.periods import Period

NEEDED = ("campaign", "measured", "expected", "smallest", "begins", "ends")


def as_told(plan: EvaluationPlan) -> dict[str, Any]:
    """The parts of a plan by their names, as the form gives them."""
    return {name: getattr(plan, name) for name in (*CHANGED_BY_REASON, "campaign", "begins")}


@dataclass(frozen=True)
class Part:
    """A part of a plan as it was on its first day; `later` is what it became after that, or empty."""

    name: str
    words: str
    later: str = ""


def parts_of(plan: EvaluationPlan) -> list[Part]:
    """What was written down beforehand, each part with what it became after the start."""
    names = ("question", "measured", "expected", "smallest", "comparison", "begins", "ends")
    at_first: dict[str, str] = {}
    for change in plan.changes.all():
        at_first.setdefault(change.field, change.before)
    return [_part(plan, name, at_first.get(name)) for name in names]


def _part(plan: EvaluationPlan, name: str, at_first: str | None) -> Part:
    title, now = str(plan._meta.get_field(name).verbose_name), said(plan, name, getattr(plan, name))
    return Part(title, now) if at_first is None else Part(title, at_first, now)


def standing_of(plan: EvaluationPlan, today: date) -> str:
    """How a plan stands, as a list says it; one that was withdrawn says so beside what came out."""
    withdrawn = f"{GONE}; " if plan.withdrawal else ""
    if hasattr(plan, "report"):
        return f"{withdrawn}{plan.report.verdict}"
    if today < plan.begins:
        return f"begint op {_day(plan.begins)}"
    if today <= plan.ends:
        return f"{withdrawn}loopt tot en met {_day(plan.ends)}"
    return f"{withdrawn}voorbij; verslag op {_day(report_due(plan))}"


def outlook_for(told: Mapping[str, Any], today: date) -> Outlook | None:
    """What such a period could show; None as long as it is not known which."""
    if any(not told.get(name) for name in NEEDED):
        return None
    period, expected = Period(told["begins"], told["ends"]), Expected(told["expected"])
    pages, since = pages_now(told["campaign"]), counted_since(today)
    return outlook(told["measured"], pages, period, expected, told["smallest"], today=today, since=since)


def _day(day: date) -> str:
    return day_label(day, with_year=True)
