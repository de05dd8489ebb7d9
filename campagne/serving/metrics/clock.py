"""How each job of the clock went the last time."""

from collections.abc import Callable, Iterator
from datetime import datetime

from campagne.serving.clock.jobs import JOBS
from campagne.serving.clock.runs import JobRun
from campagne.serving.metrics.exposition import Gauge, by


def gauges(at: datetime) -> Iterator[Gauge]:
    """One query. A job that never ran has no moment, and one that is gone from the code is not told of."""
    runs = {path: run for path, run in JobRun.objects.by_path().items() if path in {job.path for job in JOBS}}

    def of(value: Callable[[JobRun], float | None]) -> dict[str, float]:
        found = {path: value(run) for path, run in sorted(runs.items())}
        return {path: number for path, number in found.items() if number is not None}

    yield by("task", "task_started_timestamp_seconds", "When a job last began.", of(lambda run: moment(run.started_at)))
    yield by(
        "task",
        "task_succeeded_timestamp_seconds",
        "When a job last ended well.",
        of(lambda run: moment(run.ended_well_at)),
    )
    yield by("task", "task_duration_seconds", "How long a job last took.", of(lambda run: run.took.total_seconds()))
    yield by(
        "task", "task_failing", "Whether a job failed the last time.", of(lambda run: run.failing_since is not None)
    )
    yield by(
        "task",
        "task_late_after_seconds",
        "A job is late when it did not end well for this long.",
        {job.path: job.late_after.total_seconds() for job in JOBS},
    )


def moment(at: datetime | None) -> float | None:
    return at and at.timestamp()
