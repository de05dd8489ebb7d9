"""What a table would change, before anything does: which figures are new, the same, revised, or older than ours."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from campagne.measurement.official.reading.joining import Reading, Record, Remark
from campagne.measurement.official.reading.known import Known, KnownIndicator, KnownRegion, path_of
from campagne.measurement.official.series import Indicator, Observation, Region, Unit
from campagne.measurement.official.words import amount_of

Key = tuple[str, str, str]


class Fate(Enum):
    """What becomes of a figure, and how that is said."""

    NEW = "nieuw"
    REVISED = "herzien: een nieuwe uitgave"
    SAME = "stond er al"
    OLDER = "stond er al, en is daarna herzien"

    @property
    def is_taken(self) -> bool:
        return self in (Fate.NEW, Fate.REVISED)


@dataclass(frozen=True)
class Step:
    """One figure of the table; `before` is what counts now."""

    record: Record
    indicator: Indicator
    region: Region
    fate: Fate
    before: Observation | None

    @property
    def words(self) -> str:
        return amount_of(self.row())

    @property
    def was(self) -> str:
        """What counted until now, where that becomes an earlier edition."""
        return amount_of(self.before) if self.before and self.fate is Fate.REVISED else ""

    def row(self, **rest: Any) -> Observation:
        """The row that would be written: the next edition of this figure."""
        record = self.record
        return Observation(
            indicator=self.indicator,
            region=self.region,
            period=record.period,
            value=record.value,
            low=record.low,
            high=record.high,
            status=record.mark.value,
            vintage=self.before.vintage + 1 if self.before else 1,
            source_url=record.source_url,
            note=record.note,
            row_hash=fingerprint(record),
            **rest,
        )


@dataclass(frozen=True)
class Plan:
    """Everything that a file would do. With anything wrong it does nothing."""

    steps: tuple[Step, ...]
    skipped: tuple[Remark, ...] = ()
    wrong: tuple[Remark, ...] = ()

    @property
    def taken(self) -> tuple[Step, ...]:
        return () if self.wrong else tuple(step for step in self.steps if step.fate.is_taken)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many figures per fate, those that change something first; then how many numbers were passed over.

        With anything wrong no figure has a fate.
        """
        found = Counter() if self.wrong else Counter(step.fate for step in self.steps)
        told = [(fate.value, found[fate]) for fate in Fate if found[fate]]
        passed = sum(remark.count for remark in self.skipped)
        return [*told, *([("getallen overgeslagen", passed)] if passed else [])]


def what_we_know(today: date) -> Known:
    """Our indicators and areas, as the readers of files need them."""
    indicators = [
        KnownIndicator(
            indicator.slug,
            indicator.name,
            indicator.table,
            tuple(filter(None, (path_of(str(column)) for column in indicator.columns))),
            is_percentage=indicator.unit == Unit.PERCENT,
            is_count=indicator.unit == Unit.NUMBER,
            first_year=indicator.first_year,
            last_year=indicator.last_year,
        )
        for indicator in Indicator.objects.all()
    ]
    regions = [KnownRegion(region.name, region.level, region.code or "") for region in Region.objects.all()]
    return Known(indicators, regions, today)


def plan_for(reading: Reading) -> Plan:
    """Hold what was read against what is there. Reads the database in three questions, whatever the size."""
    indicators = {indicator.slug: indicator for indicator in Indicator.objects.all()}
    regions = {region.name: region for region in Region.objects.all()}
    there = _there(reading.records)
    steps = []
    for record in reading.records:
        before = there.get((record.indicator, record.region, record.period), [])
        fate = _fate(record, before)
        latest = before[-1] if before else None
        steps.append(Step(record, indicators[record.indicator], regions[record.region], fate, latest))
    return Plan(tuple(steps), reading.skipped, reading.wrong)


def fingerprint(record: Record) -> str:
    """What makes two figures the same one: of whom, of when, and every number that was published."""
    numbers = (record.value, record.low, record.high)
    told = [record.indicator, record.region, record.period, *map(_written, numbers), record.mark.value]
    return sha256("|".join(told).encode()).hexdigest()


def _written(number: Decimal | None) -> str:
    return "" if number is None else f"{number:.4f}"


def _there(records: Iterable[Record]) -> dict[Key, list[Observation]]:
    """Every vintage of the figures of these series, oldest first."""
    slugs = {record.indicator for record in records}
    rows = Observation.objects.filter(indicator__slug__in=slugs).select_related("indicator", "region")
    there: dict[Key, list[Observation]] = {}
    for row in rows.order_by("vintage"):
        there.setdefault((row.indicator.slug, row.region.name, row.period), []).append(row)
    return there


def _fate(record: Record, before: Sequence[Observation]) -> Fate:
    if not before:
        return Fate.NEW
    mark = fingerprint(record)
    if before[-1].row_hash == mark:
        return Fate.SAME
    return Fate.OLDER if any(row.row_hash == mark for row in before) else Fate.REVISED
