"""Nothing is said while all is well; otherwise what it is, since when and what to do."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campagne.serving.clock.jobs import HOUR, MINUTE, SECOND, Job
from campagne.serving.clock.runs import JobRun
from campagne.serving.clock.troubles import judged

pytestmark = pytest.mark.once
NOON = datetime(2027, 3, 10, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
OFTEN = Job("Vaak", "often", 20 * SECOND, 5 * MINUTE)
SELDOM = Job("Zelden", "seldom", HOUR, 3 * HOUR)
STILL, LATE, FAILS = "staat stil", "is te laat", "mislukt"


def ran(job, ago, ended_well=None, failing=None):
    """A last run that began `ago` before noon, last ended well `ended_well` before it, and fails since `failing`."""
    return JobRun(
        path=job.path,
        started_at=NOON - ago,
        ended_well_at=NOON - (ago if ended_well is None else ended_well),
        failing_since=None if failing is None else NOON - failing,
        fault="" if failing is None else "OperationalError, campagne.x regel 3",
    )


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        pytest.param([], [STILL], id="the clock never ran"),
        pytest.param([ran(OFTEN, 20 * SECOND), ran(SELDOM, HOUR)], [], id="all is well"),
        pytest.param([ran(OFTEN, 20 * SECOND)], [], id="a new job whose turn is still to come"),
        pytest.param([ran(OFTEN, 3 * MINUTE), ran(SELDOM, HOUR)], [STILL], id="nothing began for three minutes"),
        pytest.param([ran(OFTEN, -HOUR), ran(SELDOM, -HOUR)], [STILL], id="stopped, and then set an hour back"),
        pytest.param([ran(OFTEN, 5 * SECOND), ran(SELDOM, -HOUR)], [], id="runs on after being set an hour back"),
        pytest.param([ran(OFTEN, 9 * SECOND), ran(SELDOM, 4 * HOUR)], [LATE], id="one is late"),
        pytest.param([ran(OFTEN, 9 * SECOND, HOUR, 50 * MINUTE)], [FAILS], id="failing is said, not that it is late"),
        pytest.param([ran(OFTEN, 9 * SECOND, HOUR, HOUR), ran(SELDOM, 4 * HOUR)], [FAILS, LATE], id="both"),
    ],
)
def test_what_is_said(runs, said):
    found = judged({run.path: run for run in runs}, NOON, [OFTEN, SELDOM])

    assert len(found) == len(said)
    assert all(words in trouble.what for words, trouble in zip(said, found, strict=True))


def test_a_failure_says_since_when_and_what_the_fault_is():
    (found,) = judged({"often": ran(OFTEN, 9 * SECOND, HOUR, timedelta(minutes=50))}, NOON, [OFTEN])

    assert found.since == NOON - timedelta(minutes=50)
    assert "OperationalError, campagne.x regel 3" in found.todo
