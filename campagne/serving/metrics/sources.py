"""Where the numbers come from, as data: dotted paths, because some live in layers that this one may not import."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.module_loading import import_string

from campagne.serving.metrics.exposition import Gauge, by, single
from campagne.serving.readiness import SILENT, Examination, examination


@dataclass(frozen=True)
class Source:
    """`path` names a function that takes `at`, an aware datetime, and gives gauges. `name` is its label."""

    name: str
    path: str
    asks_database: bool = True


SOURCES = (
    Source("site", "campagne.serving.metrics.site.gauges", asks_database=False),
    Source("backups", "campagne.serving.metrics.backups.gauges", asks_database=False),
    Source("clock", "campagne.serving.metrics.clock.gauges"),
    Source("store", "campagne.serving.metrics.store.gauges"),
    Source("measurement", "campagne.measurement.watched.gauges"),
)


def gathered(at: datetime, sources: Sequence[Source] = SOURCES, examined: Examination = examination) -> Iterator[Gauge]:
    """Everything that is known at `at`. A database that is away is asked once, so the answer comes in time."""
    found = examined.outcome(at)
    is_up = found != SILENT
    yield single("database_up", "Whether the database answers.", is_up)
    yield single("ready", "Whether /-/ready would say 200.", not found.reasons)
    yield single("warnings", "How many warnings /-/ready gives: jobs that are late or failing.", len(found.warnings))
    went_well = dict[str, float]()
    for source in sources:
        gauges = _gauges_of(source, at) if is_up or not source.asks_database else None
        went_well[source.name] = gauges is not None
        yield from gauges or ()
    yield by("source", "source_up", "Whether the numbers of this source could be gathered.", went_well)


def _gauges_of(source: Source, at: datetime) -> list[Gauge] | None:
    """None when it fails: `source_up` tells, and the log of the site tells of what is really wrong."""
    try:
        return list(import_string(source.path)(at))
    except Exception:
        return None
