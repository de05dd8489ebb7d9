"""The report of an evaluation: made once from counters, kept with its inputs, and to be made again by anybody."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from campagne.figures.estimates import Estimate
from campagne.figures.evaluation import Counts, Expectation, Expected, Found, sentence, set_beside
from campagne.measurement.evaluation.counting import TOLD, counts_in, stems_of
from campagne.measurement.evaluation.pages import are_sensitive, other_pages, pages_at_start
from campagne.measurement.evaluation.plan import Comparison, EvaluationPlan
from campagne.measurement.periods import Period

REFERENCES = {
    Comparison.BEFORE: "in de even lange periode ervoor",
    Comparison.OTHERS: "op andere pagina's over hetzelfde thema",
}
INPUTS = ("plan", "ours", "theirs")
"""The part of the figures from which the rest follows; what the mark of the inputs is made of."""


@dataclass(frozen=True)
class Result:
    """What came out, ready to be kept: the verdict, its sentence, and the figures with the mark of their inputs."""

    verdict: str
    sentence: str
    figures: Mapping[str, Any]
    inputs_hash: str


def result_of(plan: EvaluationPlan, *, today: date, since: date) -> Result:
    """Count both arms of a plan and judge them; what lies wholly before `since` was not counted, and is unknown."""
    ours = pages_at_start(plan.campaign, plan.begins)
    theirs, compared = ours, plan.period.before
    if plan.comparison == Comparison.OTHERS:
        theme = plan.campaign.theme
        theirs = other_pages(theme, plan.municipality, ours, plan.ends) if theme else []
        compared = plan.period
    asked = {"ours": (ours, plan.period), "theirs": (theirs, compared)}
    arms = {name: _arm(plan, pages, period, today, since) for name, (pages, period) in asked.items()}
    return _judged({"plan": _as_planned(plan), **arms}, are_sensitive(ours))


def counted_again(figures: Mapping[str, Any], *, today: date) -> Result:
    """Count the same pages and days once more, as they are written down in a report, and judge them anew."""
    arms = {name: _again(figures["plan"]["measured"], figures[name], today) for name in ("ours", "theirs")}
    return _judged({"plan": figures["plan"], **arms}, figures["is_sensitive"])


def _arm(plan: EvaluationPlan, pages: list[int], period: Period, today: date, since: date) -> dict[str, Any]:
    is_known = period.last >= since
    arm = {"pages": pages, "first": period.first.isoformat(), "last": period.last.isoformat()}
    arm["counted_from"] = max(period.first, since).isoformat() if is_known else None
    return {**arm, "counts": _counts(plan.measured, pages, period, today) if is_known else None}


def _again(measured: str, arm: Mapping[str, Any], today: date) -> dict[str, Any]:
    if arm["counts"] is None:
        return dict(arm)
    period = Period(date.fromisoformat(arm["first"]), date.fromisoformat(arm["last"]))
    return {**arm, "counts": _counts(measured, arm["pages"], period, today)}


def _counts(measured: str, pages: list[int], period: Period, today: date) -> dict[str, list[int]]:
    return {name: list(part) for name, part in counts_in(measured, pages, period, today).items()}


def _as_planned(plan: EvaluationPlan) -> dict[str, Any]:
    return {
        "measured": plan.measured,
        "version": TOLD[plan.measured].measure.version,
        "expected": plan.expected,
        "smallest": plan.smallest,
        "comparison": plan.comparison,
    }


def _judged(inputs: dict[str, Any], is_sensitive: bool) -> Result:
    planned = inputs["plan"]
    found = set_beside(*(_as_counts(inputs[name]["counts"]) for name in ("ours", "theirs")))
    expected = Expectation(Expected(planned["expected"]), planned["smallest"], REFERENCES[planned["comparison"]])
    names = {name for arm in ("ours", "theirs") for name in inputs[arm]["counts"] or {}}
    figures = {**inputs, "shares": _shares(found), "questions": stems_of(names), "is_sensitive": is_sensitive}
    return Result(found.verdict.value, sentence(found, expected), figures, mark_of(inputs))


def mark_of(figures: Mapping[str, Any]) -> str:
    """The mark of what a report was made from: the same inputs give the same one, on any day and on any machine."""
    inputs = json.dumps({name: figures[name] for name in INPUTS}, sort_keys=True, separators=(",", ":"))
    return sha256(inputs.encode()).hexdigest()


def _as_counts(kept: Mapping[str, list[int]] | None) -> Counts | None:
    return None if kept is None else {name: (k, n) for name, (k, n) in kept.items()}


def _shares(found: Found) -> dict[str, list[float] | None]:
    return {"ours": _kept(found.ours), "theirs": _kept(found.theirs), "gap": _kept(found.gap)}


def _kept(estimate: Estimate | None) -> list[float] | None:
    return None if estimate is None else [estimate.low, estimate.value, estimate.high, estimate.n]


def estimate_from(kept: list[float] | None) -> Estimate | None:
    """Read a share or difference as a report keeps it."""
    return None if kept is None else Estimate(kept[0], kept[1], kept[2], int(kept[3]))
