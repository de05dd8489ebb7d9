"""The clock answers on this machine, says nothing to anybody else, and goes on when the port is taken."""

import socket
import subprocess
import sys
import urllib.error
import urllib.request
from http.client import HTTPConnection

import pytest

from campagne.serving.metrics.exposition import CONTENT_TYPE
from tests.founded import copy_as_migrated
from tests.postgresql import free_port
from tests.running_site import ROOT, environment_for
from tests.serving.metrics.parsing import read
from tests.serving.test_processes import eventually

pytestmark = pytest.mark.once


@pytest.fixture
def clock(tmp_path, django_db_setup, django_db_blocker):
    """Start a clock that tells at the port; `clock(port)` gives its process."""
    started = []
    with django_db_blocker.unblock():
        copy_as_migrated(tmp_path)

    def start(port: int) -> subprocess.Popen[bytes]:
        environment = environment_for(tmp_path, free_port()) | {"METRICS_PORT": str(port)}
        with open(tmp_path / "clock.log", "a") as log:
            command = [sys.executable, "manage.py", "clock"]
            started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log))
        return started[-1]

    yield start
    for process in started:
        process.terminate()
        process.wait(60)


def asked(port: int) -> dict:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            assert answer.headers["Content-Type"] == CONTENT_TYPE
            return read(answer.read().decode())
    except urllib.error.URLError:
        return {}


def test_a_running_clock_tells_how_it_goes(clock):
    port = free_port()
    clock(port)

    assert eventually(lambda: "weerbaar_task_succeeded_timestamp_seconds" in asked(port), seconds=90)

    assert set(asked(port)["weerbaar_source_up"].values()) == {1}
    other = HTTPConnection("127.0.0.1", port, timeout=10)
    other.request("GET", "/beheer/")
    assert other.getresponse().status == 404
    with pytest.raises(OSError, match="refused"):
        HTTPConnection("127.0.0.2", port, timeout=5).connect()


def test_a_clock_whose_port_is_taken_says_so_and_does_its_work(clock, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = clock(taken.getsockname()[1])

        assert eventually(lambda: "METRICS_PORT" in (tmp_path / "clock.log").read_text(), seconds=90)
        assert eventually(lambda: "doet het werk" in (tmp_path / "clock.log").read_text(), seconds=90)
        assert process.poll() is None
