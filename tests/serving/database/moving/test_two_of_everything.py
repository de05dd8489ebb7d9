"""Two machines, each with a web process and a clock, share one PostgreSQL and one Redis: each thing happens once."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from urllib.request import Request, urlopen

import psycopg
import pytest
from django.conf import settings
from django.utils import timezone

from campagne.serving.management.commands.serve import CLOCK, web
from tests.postgresql import free_port
from tests.redis_server import redis_server
from tests.running_site import ROOT, wait_until_live
from tests.serving.conftest import instead
from tests.serving.test_processes import eventually

pytestmark = pytest.mark.once
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
WORKS, WAITS = "Deze klok doet het werk", "Deze klok wacht"


class Machine:
    """Processes of one machine, with a folder of its own."""

    def __init__(self, folder, database_url, cache_url):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "serve.log"
        self.processes = []
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")},
            "SECRET_KEY": settings.SECRET_KEY,
            "DEBUG": "false",
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url,
            "CACHE_URL": cache_url,
            "PORT": str(self.port),
            "SITE_URL": "http://localhost",
            "ALLOWED_HOSTS": "127.0.0.1",
        }

    def start(self, *commands):
        with open(self.log, "a") as log:
            self.processes += [
                subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=subprocess.STDOUT)
                for command in commands
            ]
        wait_until_live(self.url, self.processes[0])

    def read(self, path="/"):
        with urlopen(self.url + path, timeout=30) as answer:
            return answer.read().decode()

    def send(self, message):
        """Send a beacon as a browser does, and return the status."""
        headers = {"User-Agent": FIREFOX, "Accept-Language": "nl", "Origin": self.url, "Content-Type": "text/plain"}
        with urlopen(Request(f"{self.url}/m", json.dumps(message).encode(), headers), timeout=30) as answer:
            return answer.status

    def says(self, words):
        return words in self.log.read_text()

    def stop(self, how=signal.SIGTERM):
        for process in self.processes:
            process.send_signal(how)
        for process in self.processes:
            process.wait(timeout=60)


@pytest.fixture
def shared(moved, own_postgresql):
    """A copy of the moved installation, as a DATABASE_URL."""
    with psycopg.connect(own_postgresql.address, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS shared WITH (FORCE)")
        server.execute("CREATE DATABASE shared TEMPLATE moved")
    return own_postgresql.address.replace("/postgres", "/shared")


@pytest.fixture
def redis():
    with redis_server() as running:
        yield running


@pytest.fixture
def machines(shared, redis, tmp_path):
    """The first is started by `serve`, the second as what that starts, with the static files of the first."""
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    one, two = [Machine(folder, shared, redis.address) for folder in folders]
    (folders[1] / "static").symlink_to(folders[0] / "static")
    try:
        one.start([sys.executable, "manage.py", "serve"])
        assert eventually(lambda: one.says(WORKS), seconds=60)
        two.start(web("127.0.0.1", two.port, 1), CLOCK)
        yield one, two
    finally:
        one.stop(signal.SIGKILL)
        two.stop(signal.SIGKILL)


def view_of(page, nonce):
    from campagne.measurement.stamp import stamp_for

    revision = page.live_revision_id or 0
    told = {"page": page.pk, "revision": revision, "step": 0, "stamp": stamp_for(page.pk, revision, 0)}
    return {"kind": "view", **told, "nonce": nonce, "entry": True, "after": 0}


def test_two_machines_do_each_thing_once(machines, shared, redis, django_db_blocker):
    one, two = machines
    with django_db_blocker.unblock(), instead(shared):
        from campagne.measurement.consumer import count
        from campagne.measurement.models import DayPage
        from home.models import HomePage

        home = HomePage.objects.get()
        for machine in machines:
            assert "Teststreek" in machine.read()
            assert machine.send(view_of(home, "aaaaaaaaaaaa")) == 204
        assert two.send(view_of(home, "bbbbbbbbbbbb")) == 204
        count(timezone.now(), settle=timedelta())
        assert [day.views for day in DayPage.objects.filter(page=home)] == [2]

    assert eventually(lambda: two.says(WAITS), seconds=60)
    assert (one.says(WAITS), two.says(WORKS)) == (False, False)

    redis.process.kill()
    began = time.monotonic()
    assert one.read("/zoeken/?q=appje")
    assert two.read("/zoeken/?q=appje")
    assert time.monotonic() - began < 8

    one.stop()
    assert eventually(lambda: two.says(WORKS))
    assert "Teststreek" in two.read()
