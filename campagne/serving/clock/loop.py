"""The loop of the clock process: one job after another, as long as the lease is ours."""

import logging
import os
from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Thread
from time import monotonic

from django.db import close_old_connections, connections
from django.utils import timezone

from campagne.serving.clock.fault import fault_of
from campagne.serving.clock.jobs import JOBS, Job
from campagne.serving.clock.lease import SECONDS_BETWEEN_BEATS, Holding
from campagne.serving.clock.runs import run, write_down
from campagne.serving.clock.schedule import Schedule
from campagne.serving.processes import StopSignal

SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_AFTER_FAULT = 5
# A job of every second is written down less often, to spare the disk; a change is written at once.
SECONDS_BETWEEN_NOTES = 15
# A job that takes longer hangs: the process ends, `serve` starts it again, and meanwhile another may take over.
LONGEST_JOB = 600
_log = logging.getLogger(__name__)


class Clock:
    """Does the jobs in turn; a second thread shows meanwhile that this process lives."""

    def __init__(self, stop: StopSignal, jobs: Sequence[Job] = JOBS) -> None:
        self._stop = stop
        self._jobs = {job.path: job for job in jobs}
        self._schedule = Schedule({job.path: job.period for job in jobs})
        self._holding = Holding()
        self._has_turn: bool | None = None
        self._faults: dict[str, str] = {}
        self._written_at: dict[str, float] = {}
        self._busy_since: float | None = None

    def run(self) -> None:
        """Go on until the signal to stop, whatever goes wrong; a job that has begun is finished first."""
        heart = Thread(target=self._beat, name="heart", daemon=True)
        heart.start()
        while not self._stop.has_come:
            self._stop.sleep(SECONDS_BETWEEN_LOOKS if self._guarded(self.tick) else SECONDS_AFTER_FAULT)
        heart.join(timeout=1)
        self._guarded(self._holding.release)

    def tick(self) -> None:
        """Do what is due now, and ask before each job whether it is still ours to do."""
        for path in self._schedule.due(monotonic()):
            if self._stop.has_come or not self._holding.is_ours(monotonic()):
                return
            self._do(self._jobs[path])

    def beat(self) -> None:
        """Keep the lease, unless the present job hangs."""
        began = monotonic()
        if self._busy_since is not None and began - self._busy_since > LONGEST_JOB:
            _log.error("Een taak van de klok duurt al %s s; de klok begint opnieuw.", LONGEST_JOB)
            os._exit(1)
        had_turn, self._has_turn = self._has_turn, self._holding.keep(began)
        if had_turn != self._has_turn:
            _log.info("Deze klok %s.", "doet het werk" if self._has_turn else "wacht: een andere doet het werk")

    def _do(self, job: Job) -> None:
        at, self._busy_since = timezone.now(), monotonic()
        fault = run(job, at)
        took, self._busy_since = timedelta(seconds=monotonic() - self._busy_since), None
        self._schedule.done(job.path, monotonic())
        if fault:
            connections.close_all()
        has_changed = self._tell(job, fault)
        if has_changed or monotonic() - self._written_at.get(job.path, float("-inf")) >= SECONDS_BETWEEN_NOTES:
            write_down(job, at, took, fault)
            self._written_at[job.path] = monotonic()

    def _tell(self, job: Job, fault: str) -> bool:
        """Log what changed, and return whether it did: a job that fails every five seconds is one line."""
        before, self._faults[job.path] = self._faults.get(job.path, ""), fault
        if fault != before:
            how, level = (f"mislukt: {fault}", logging.ERROR) if fault else ("gaat weer goed", logging.INFO)
            _log.log(level, "De taak '%s' %s.", job.name, how)
        return fault != before

    def _beat(self) -> None:
        while not self._stop.has_come:
            self._stop.sleep(SECONDS_BETWEEN_BEATS if self._guarded(self.beat) else SECONDS_AFTER_FAULT)
        connections.close_all()

    def _guarded(self, act: Callable[[], object]) -> bool:
        """Let no error end this, and keep no connection that does not work; return whether it went well."""
        try:
            act()
        except Exception as error:
            _log.error("De klok hapert (%s) en gaat zo door.", fault_of(error))
            connections.close_all()
            return False
        close_old_connections()
        return True
