"""Write down what was published: figures of a file, or one by hand. Always a new vintage, never another value."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from campagne.measurement.official.plan import Plan, fingerprint, plan_for
from campagne.measurement.official.reading.joining import Reading, Record
from campagne.measurement.official.series import Indicator, Observation, OfficialFile

AT_ONCE = 500


class NothingNew(Exception):
    """Every figure was there already, or something in the file is wrong, so nothing was written."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        super().__init__("Er is niets overgenomen.")


@transaction.atomic
def bring_in(reading: Reading, content: bytes, *, name: str, by: str, at: datetime) -> OfficialFile:
    """Write all figures that are new or revised, with the file they came from, or nothing at all.

    May run twice: the second time nothing is new. Raises NothingNew.
    """
    _one_at_a_time({record.indicator for record in reading.records})
    plan = plan_for(reading)
    if not plan.taken:
        raise NothingNew(plan)
    file = OfficialFile.objects.create(
        name=name[:200],
        sha256=sha256(content).hexdigest(),
        brought_at=at,
        brought_by=by[:150],
        taken=len(plan.taken),
        skipped=sum(remark.count for remark in plan.skipped),
        report=list(_report(plan)),
    )
    Observation.objects.bulk_create((step.row(retrieved_at=at, file=file) for step in plan.taken), batch_size=AT_ONCE)
    return file


@transaction.atomic
def enter(record: Record, at: datetime, **rest: Any) -> Observation:
    """Write one figure that somebody typed. Raises NothingNew when it is there already."""
    _one_at_a_time({record.indicator})
    plan = plan_for(Reading((record,)))
    # Whoever types a figure that was replaced says that it counts again.
    (step,) = plan.steps
    if step.before is not None and step.before.row_hash == fingerprint(record):
        raise NothingNew(plan)
    row = step.row(retrieved_at=at, **rest)
    row.full_clean()
    row.save()
    return row


def _one_at_a_time(slugs: Iterable[str]) -> None:
    """Let nobody else write to these series until this transaction ends; on SQLite nobody can."""
    list(Indicator.objects.select_for_update().filter(slug__in=slugs).order_by("pk"))


def _report(plan: Plan) -> Iterator[dict[str, Any]]:
    """What is kept of what was said: how many of each kind, and every remark."""
    yield from ({"text": text, "count": count, "where": ""} for text, count in plan.counts)
    yield from map(asdict, plan.skipped)
