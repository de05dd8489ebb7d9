"""Of each job stands there how it went the last time, and since when it fails."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campagne.serving.clock.jobs import MINUTE, Job
from campagne.serving.clock.runs import JobRun, write_down

NOON = datetime(2027, 3, 10, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
JOB = Job("Tellen", "somewhere.count", MINUTE, 5 * MINUTE)
TWO_SECONDS = timedelta(seconds=2)


@pytest.mark.parametrize(
    ("faults", "ended_well_at", "failing_since"),
    [
        pytest.param(["", ""], NOON + MINUTE + TWO_SECONDS, None, id="well twice"),
        pytest.param(["", "ValueError"], NOON + TWO_SECONDS, NOON + MINUTE, id="failed the last time"),
        pytest.param(["ValueError", "KeyError"], None, NOON, id="failing from the beginning"),
        pytest.param(["ValueError", ""], NOON + MINUTE + TWO_SECONDS, None, id="mended"),
    ],
)
def test_the_last_run_and_since_when_it_fails(db, faults, ended_well_at, failing_since):
    for minute, fault in enumerate(faults):
        write_down(JOB, NOON + minute * MINUTE, TWO_SECONDS, fault)

    run = JobRun.objects.get()
    assert (run.started_at, run.took, run.fault) == (NOON + MINUTE, TWO_SECONDS, faults[-1])
    assert (run.ended_well_at, run.failing_since) == (ended_well_at, failing_since)


def test_writing_down_costs_one_query(db, django_assert_num_queries):
    write_down(JOB, NOON, TWO_SECONDS, "")

    with django_assert_num_queries(1):
        write_down(JOB, NOON, TWO_SECONDS, "ValueError")
