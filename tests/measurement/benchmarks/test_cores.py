"""The server and who asks each get a core, and this process gets back what it had."""

import os
import subprocess
import sys

import pytest

from campagne.measurement.benchmarks.cores import Cores, two_cores

pytestmark = pytest.mark.once


def test_a_server_runs_beside_who_asks():
    before, cores = os.sched_getaffinity(0), two_cores()

    with cores.generating():
        assert os.sched_getaffinity(0) == {cores.generator}
        ask = [sys.executable, "-c", "import os; print(*os.sched_getaffinity(0))"]
        told = subprocess.run(ask, capture_output=True, check=True, preexec_fn=cores.for_server())

    assert told.stdout.split() == [str(cores.server).encode()]
    assert os.sched_getaffinity(0) == before
    assert cores.are_apart == (len(before) > 1)


def test_one_core_is_said():
    assert "één kern" in str(Cores(0, 0))
    assert "kern 0" in str(Cores(0, 1))
