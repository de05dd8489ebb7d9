"""The audit asks a service that speaks OSV, with the real pip-audit, and calls nothing safe that was not looked up."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from campagne.serving.supply.audit import Outcome, audit, judged
from campagne.serving.supply.lock import DEVELOPMENT, SHIPPED, read_lock
from tests.postgresql import free_port

pytestmark = pytest.mark.once
LOCK = "".join(f"{name}==1.0 \\\n    --hash=sha256:{'a' * 64}\n" for name in ("planted", "sound"))
DJANGO = ("django", "3.2")


def leak_in(name: str, known_as: str) -> dict:
    mended = {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "999"}]}
    about = {"package": {"name": name, "ecosystem": "PyPI"}, "ranges": [mended]}
    return {"id": known_as, "aliases": ["CVE-2026-1"], "summary": "Lek", "affected": [about], "schema_version": "1.6.0"}


@contextmanager
def service(*leaky: tuple[str, str], broken_for: str = "") -> Iterator[str]:
    """A service on this machine that knows of these versions, and of no other; gives its address."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            name = asked["package"]["name"]
            known = (name, asked["version"]) in leaky
            self.send_response(500 if name == broken_for else 200)
            self.end_headers()
            self.wfile.write(json.dumps({"vulns": [leak_in(name, "PYSEC-2026-1")]} if known else {}).encode())

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def lock(tmp_path):
    (tmp_path / DEVELOPMENT).write_text(LOCK)
    return tmp_path / DEVELOPMENT


def test_without_leaks_it_says_how_many_were_looked_up(lock):
    with service(DJANGO) as address:
        audited = audit(lock, read_lock(LOCK), address)

    assert (audited.outcome, audited.told) == (Outcome.CLEAN, ("Van 2 pakketten is geen lek bekend.",))


@pytest.mark.parametrize(
    ("more", "broken_for"),
    [
        pytest.param("", "sound", id="the service fails halfway"),
        pytest.param(f"own @ https://voorbeeld.nl/own.whl --hash=sha256:{'b' * 64}\n", "", id="one is skipped"),
    ],
)
def test_what_was_not_looked_up_is_not_safe(lock, more, broken_for):
    lock.write_text(LOCK + more)

    with service(DJANGO, broken_for=broken_for) as address:
        audited = audit(lock, read_lock(LOCK), address)

    assert audited.outcome is Outcome.BROKEN
    assert "pip-audit stopte met code 1: " in audited.told[0]


@pytest.mark.parametrize(
    "found", [{"name": "sound", "skip_reason": "?"}, {"name": "Other", "version": "1", "vulns": []}]
)
def test_every_package_of_the_lock_must_be_in_what_pip_audit_wrote(found):
    audited = judged([{"name": "Planted", "version": "1.0", "vulns": []}, found], read_lock(LOCK))

    assert (audited.outcome, audited.told) == (Outcome.BROKEN, ("Niet opgezocht: sound.",))


@pytest.fixture
def nobody() -> str:
    return f"http://127.0.0.1:{free_port()}/v1/query"


def test_without_a_service_the_check_says_loudly_that_it_was_not_done(capsys, nobody):
    call_command("check_packages", service=nobody)

    said, shouted = capsys.readouterr()
    assert "geïnstalleerd zoals vastgelegd" in said
    assert "NIET GECONTROLEERD OP BEKENDE LEKKEN" in shouted
    assert "geen lek bekend" not in said + shouted


def test_a_service_that_knows_nothing_is_not_believed(capsys):
    with service() as address:
        call_command("check_packages", service=address)

    assert "kent geen lek in Django 3.2" in capsys.readouterr().err


def test_where_the_audit_is_a_must_silence_fails_it(nobody):
    with pytest.raises(CommandError, match="Niet gecontroleerd"):
        call_command("check_packages", service=nobody, must_audit=True)


def test_a_leak_in_what_we_use_fails_the_check_and_says_what_mends_it():
    version = read_lock((settings.BASE_DIR / SHIPPED).read_text())["wagtail"].version
    told = re.escape(f"wagtail {version}: PYSEC-2026-1, CVE-2026-1. Opgelost in: 999.")

    with service(DJANGO, ("wagtail", version)) as address, pytest.raises(CommandError, match=f"^{told}$"):
        call_command("check_packages", service=address)


def test_another_lock_than_what_is_installed_fails_the_check(tmp_path, nobody):
    (tmp_path / SHIPPED).write_text("")
    (tmp_path / DEVELOPMENT).write_text(LOCK)

    with pytest.raises(CommandError, match=r"planted 1\.0 staat in de lock, en is niet geïnstalleerd"):
        call_command("check_packages", service=nobody, locks=tmp_path)
