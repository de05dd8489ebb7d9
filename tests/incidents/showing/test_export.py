"""What is exported stands when the site is gone, also behind the very lines that README gives for nginx."""

import gzip
import re
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone

from campagne.incidents.course import Kind
from campagne.incidents.raising import end
from campagne.incidents.showing.export import NothingToExport, export
from campagne.measurement.benchmarks.nginx import found_nginx
from campagne.serving.store.front import Store
from campagne.serving.store.making import Maker
from tests.postgresql import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.once]
README = Path(__file__).resolve().parents[3] / "README.md"
PAGES = ["nu/index.html", "nu/en/index.html", "nu/de/index.html"]


class SiteThatMayFail:
    """The product, in the transaction of the test, until it fails."""

    def __init__(self) -> None:
        self.product, self.fails = get_wsgi_application(), False

    def __call__(self, environ, start):
        if self.fails:
            start("503 Service Unavailable", [])
            return []
        return self.product(environ, start)


@pytest.fixture
def site(db):
    """Requests of the store must leave the connection of the test open."""
    for end_of_request in (request_started, request_finished):
        end_of_request.disconnect(close_old_connections)
    yield SiteThatMayFail()
    for end_of_request in (request_started, request_finished):
        end_of_request.connect(close_old_connections)


@pytest.fixture
def store(site, tmp_path):
    return Store(Maker(site, "http"), tmp_path / "pages")


def test_every_language_is_exported_plain_and_packed_and_again(store, officers, tmp_path):
    incident = officers.raised()
    folder = tmp_path / "srv"

    first = [str(file.relative_to(folder)) for file in export(store, folder)]
    end(incident.pk, 1, Kind.ALL_CLEAR, officers.first, timezone.now())
    export(store, folder)

    assert first[:3] == PAGES
    for page in PAGES:
        plain = (folder / page).read_bytes()
        assert b"Geleen-Zuid" in plain
        assert b'data-is="calm"' in plain
        assert gzip.decompress((folder / f"{page}.gz").read_bytes()) == plain
        assert brotli.decompress((folder / f"{page}.br").read_bytes()) == plain
    assert list(folder.rglob("*.new")) == []


def test_without_a_site_what_is_stored_is_exported_and_what_ended_as_ended(store, site, officers, tmp_path):
    officers.raised(ends_at=timezone.now() + timedelta(minutes=11))
    export(store, tmp_path / "srv")
    for page in store.shelf.pages.values():
        page.valid_until = time.time() - 1
    site.fails = True

    export(store, tmp_path / "srv")

    assert 'data-is="calm"' in (tmp_path / "srv/nu/index.html").read_text()


def test_what_was_exported_stays_when_there_is_nothing_newer(store, site, home, tmp_path):
    export(store, tmp_path)
    before = (tmp_path / PAGES[0]).read_bytes()
    for page in list(store.shelf.pages.values()):
        store.shelf.forget(page.address)
    site.fails = True

    with pytest.raises(NothingToExport):
        export(store, tmp_path)

    assert (tmp_path / PAGES[0]).read_bytes() == before


def test_nginx_gives_what_was_exported_when_the_site_is_gone(store, officers, tmp_path):
    officers.raised()
    export(store, tmp_path / "srv")

    with nginx_as_in_readme(tmp_path, tmp_path / "srv") as url:
        answers = {path: read(f"{url}{path}") for path in ("/nu/", "/nu/en/", "/nu/de/")}

    assert all("Geleen-Zuid" in text for text, _ in answers.values())
    assert "Gas cloud" in answers["/nu/en/"][0]
    assert {headers["Cache-Control"] for _, headers in answers.values()} == {"public, max-age=30"}
    assert {headers["Content-Encoding"] for _, headers in answers.values()} == {"gzip"}


def read(url: str):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "gzip"}), timeout=30) as answer:
        return gzip.decompress(answer.read()).decode(), answer.headers


@contextmanager
def nginx_as_in_readme(folder: Path, root: Path):
    """nginx with the lines of README, before a site that is not there."""
    port, gone = free_port(), free_port()
    lines = re.search(r"```nginx\n(.*?)```", README.read_text(), re.DOTALL)[1]
    lines = lines.replace("127.0.0.1:8000", f"127.0.0.1:{gone}").replace("root /srv;", f"root {root};")
    kinds = " ".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    types = "types { text/html html; } charset utf-8;"
    server = f"server {{ listen 127.0.0.1:{port}; {lines} }}"
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {kinds} {types}\n{server} }}"
    )
    command = [found_nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", f"{folder}/error.log"]
    running = subprocess.Popen(command)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(30)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/-/", timeout=1).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx did not start")
