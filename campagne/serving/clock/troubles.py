"""What somebody must know of the clock: that it stands still, or that a job is late or failing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from campagne.serving.clock.jobs import JOBS, MINUTE, Job
from campagne.serving.clock.runs import JobRun

STANDS_STILL_AFTER = 2 * MINUTE
KEEPING_PLANS = "campagne.serving.clock.planned.keep_plans"
PLANS_WAIT = "Geplande pagina's verschijnen en verdwijnen nu niet vanzelf."
DO_IT_YOURSELF = "Heeft het haast? Publiceer de pagina dan zelf, of haal haar zelf weg. De regieredactie ziet dit ook."
CALL = "Geef dit door aan wie de site technisch beheert."


@dataclass(frozen=True)
class Trouble:
    """A sentence, since when (None: always), and what to do about it."""

    what: str
    since: datetime | None
    todo: str


def troubles_of_clock(at: datetime, jobs: Sequence[Job] = JOBS) -> list[Trouble]:
    """Everything that is wrong at `at`; one query."""
    return judged(JobRun.objects.by_path(), at, jobs)


def trouble_with_plans(at: datetime) -> list[Trouble]:
    """The same for who plans pages and cannot have the clock put right: whether plans are kept, and what helps now."""
    troubles = judged(JobRun.objects.by_path(), at, [job for job in JOBS if job.path == KEEPING_PLANS])
    return [Trouble(PLANS_WAIT, trouble.since, DO_IT_YOURSELF) for trouble in troubles]


def is_clock_alive(at: datetime) -> bool:
    return any(_is_recent(run, at) for run in JobRun.objects.all())


def judged(runs: Mapping[str, JobRun], at: datetime, jobs: Sequence[Job] = JOBS) -> list[Trouble]:
    """Judge the last runs. A clock that stands still is one trouble, not one per job."""
    if not any(_is_recent(run, at) for run in runs.values()):
        return [_standing_still(runs)]
    return list(_of_jobs(runs, at, jobs))


def _is_recent(run: JobRun, at: datetime) -> bool:
    """Long ago on either side: after the wall clock was set back, a clock that lives soon writes earlier moments."""
    return abs(at - run.started_at) <= STANDS_STILL_AFTER


def _standing_still(runs: Mapping[str, JobRun]) -> Trouble:
    last = max((run.started_at for run in runs.values()), default=None)
    return Trouble(
        "De klok van de site staat stil, of doet te lang over één taak. "
        "Bezoeken worden niet geteld, en geplande pagina's verschijnen en verdwijnen niet.",
        last,
        f"{CALL} De klok start vanzelf met 'manage.py serve', en apart met 'manage.py clock'.",
    )


def _of_jobs(runs: Mapping[str, JobRun], at: datetime, jobs: Sequence[Job]) -> Iterator[Trouble]:
    for job in jobs:
        run = runs.get(job.path)
        if run and run.failing_since:
            todo = f"{CALL} De fout: {run.fault}. De taak wordt vanzelf opnieuw geprobeerd."
            yield Trouble(f"De taak '{job.name}' mislukt.", run.failing_since, todo)
        elif run and run.ended_well_at and at - run.ended_well_at > job.late_after:
            yield Trouble(f"De taak '{job.name}' is te laat.", run.ended_well_at, CALL)
