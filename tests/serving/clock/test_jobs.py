"""The jobs are data: each path leads somewhere, and whatever stands there can be called as the clock does."""

from inspect import signature

import pytest
from django.utils.module_loading import import_string

from campagne.serving.clock.jobs import IN_EVERY_PROCESS, JOBS

pytestmark = pytest.mark.once


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.path)
def test_a_job_is_called_with_the_moment(job):
    signature(import_string(job.path)).bind("at")

    assert job.late_after > 2 * job.period


@pytest.mark.parametrize("path", [path for path, _ in IN_EVERY_PROCESS])
def test_what_a_web_process_does_is_called_with_nothing(path):
    signature(import_string(path)).bind()


def test_each_path_and_each_name_stands_there_once():
    assert len({job.path for job in JOBS}) == len({job.name for job in JOBS}) == len(JOBS)
