"""Writing a plan down and changing it: freely until it begins, from then on only with a reason that stays."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from campagne.figures.notation import day_label
from campagne.measurement.evaluation.plan import WITHDRAWN, EvaluationPlan, EvaluationReport, PlanChange

CHANGED_BY_REASON = ("question", "measured", "expected", "smallest", "comparison", "ends")
"""What may still be changed after the first day, with a reason. Of which campaign it is and when it began may not."""
RUNNING, GONE = "loopt", "ingetrokken"


class Refused(Exception):
    """It is not written; the message tells whoever wrote it why, and what to do."""


class ChangedMeanwhile(Refused):
    """Somebody else wrote the plan since this person opened it."""


class Locked(Refused):
    """The period has begun, so a reason is needed, or it is over."""


def register(told: Mapping[str, Any], *, by: Any, at: datetime) -> EvaluationPlan:
    """Write a plan down; it is its campaign's municipality's."""
    return EvaluationPlan.objects.create(
        **told, municipality=told["campaign"].municipality, registered_at=at, registered_by=by
    )


@transaction.atomic
def change(plan: EvaluationPlan, told: Mapping[str, Any], *, seen: str, reason: str, by: Any, at: datetime) -> int:
    """Write a plan again; return how many parts became otherwise.

    Raises ChangedMeanwhile when it is no longer as `seen` says, and Locked when that needs a reason, or its report is
    there.
    """
    held = _held(plan, seen)
    changed = {name: value for name, value in told.items() if getattr(held, name) != value}
    if held.is_locked(timezone.localdate(at)):
        _write_down(held, changed, reason, by, at)
    else:
        held.registered_at, held.registered_by = at, by
        held.municipality = told["campaign"].municipality
    for name, value in changed.items():
        setattr(held, name, value)
    held.save()
    return len(changed)


@transaction.atomic
def withdraw(plan: EvaluationPlan, *, seen: str, reason: str, by: Any, at: datetime) -> bool:
    """Take a plan back: before its first day it is deleted, and True returned; after that it is marked, with a reason.

    Its report is made all the same, or whoever dislikes what is coming could make it go away. Raises as `change`.
    """
    held = _held(plan, seen)
    if not held.is_locked(timezone.localdate(at)):
        held.delete()
        return True
    if held.withdrawal:
        raise Locked("Dit plan is al ingetrokken.")
    _need_reason(reason)
    _add_change(held, WITHDRAWN, (RUNNING, GONE), reason, by, at)
    return False


def _held(plan: EvaluationPlan, seen: str) -> EvaluationPlan:
    """The plan as it stands, held until the end of the transaction."""
    held = EvaluationPlan.objects.select_for_update().filter(pk=plan.pk).first()
    if held is None:
        raise ChangedMeanwhile("Iemand anders heeft dit plan intussen verwijderd.")
    if held.seen_as != seen:
        raise ChangedMeanwhile(
            "Iemand anders heeft dit plan intussen veranderd. Uw invoer staat hieronder en is niet opgeslagen. "
            "Kijk eerst wat er nu staat, en bewaar dan opnieuw."
        )
    if EvaluationReport.objects.filter(plan=held).exists():
        raise Locked("Het verslag is er al. Daarna verandert het plan niet meer.")
    return held


def _write_down(held: EvaluationPlan, changed: Mapping[str, Any], reason: str, by: Any, at: datetime) -> None:
    fixed = sorted(changed.keys() - set(CHANGED_BY_REASON))
    if fixed:
        raise Locked("Het plan is intussen begonnen. De campagne en de eerste dag veranderen nu niet meer.")
    if changed:
        _need_reason(reason)
    for name, value in changed.items():
        _add_change(held, name, (said(held, name, getattr(held, name)), said(held, name, value)), reason, by, at)


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise Locked("Het plan is begonnen. Zeg waarom u het verandert.")


def _add_change(
    held: EvaluationPlan, name: str, was_and_is: tuple[str, str], reason: str, by: Any, at: datetime
) -> None:
    was, became = was_and_is
    PlanChange.objects.create(
        plan=held, field=name, before=was, after=became, reason=reason, changed_at=at, changed_by=by
    )


def said(plan: EvaluationPlan, name: str, value: Any) -> str:
    """A part of a plan in words, as it stays to be read."""
    if isinstance(value, date):
        return day_label(value, with_year=True)
    choices = dict(plan._meta.get_field(name).choices or ())
    return str(choices.get(value, f"{value} procentpunt" if name == "smallest" else value))
