"""`manage.py serve` for real: what dies comes back, and what is stopped is gone."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from urllib.request import Request, urlopen

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError, OutputWrapper
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

from campagne.serving.management.commands.serve import database_answers, refuse_old_database, refuse_taken_port
from campagne.serving.running import keeper_of, renew
from tests.founded import copy_as_migrated
from tests.postgresql import free_port
from tests.running_site import ROOT, environment_for, wait_until_live
from tests.serving.test_processes import eventually, is_alive


def test_an_old_database_is_refused_with_what_to_do(db):
    MigrationRecorder.Migration.objects.filter(app="quiz").delete()

    with pytest.raises(CommandError, match=r"ontbreekt quiz\.0.*manage\.py upgrade"):
        refuse_old_database()


def test_a_clock_by_itself_refuses_an_old_database_too(db):
    MigrationRecorder.Migration.objects.filter(app="quiz").delete()

    with pytest.raises(CommandError, match=r"manage\.py upgrade"):
        call_command("clock")


def test_a_database_that_answers_is_said_nothing_of(db):
    said = StringIO()

    assert database_answers(OutputWrapper(said))
    assert said.getvalue() == ""


@pytest.mark.once
def test_a_database_that_does_not_answer_stops_no_start(tmp_path, django_db_blocker):
    (tmp_path / "garbage").write_bytes(b"garbage" * 1000)
    said, garbage = StringIO(), connection.copy()
    garbage.settings_dict = {**connection.settings_dict, "NAME": str(tmp_path / "garbage")}

    with django_db_blocker.unblock(), swapped(garbage):
        assert not database_answers(OutputWrapper(said))

    assert "De site start toch" in said.getvalue()
    assert "database.sqlite3 in DATA_DIR" in said.getvalue()


@pytest.mark.once
def test_a_port_where_somebody_listens_is_refused():
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as other, pytest.raises(CommandError, match="--port"):
        refuse_taken_port("127.0.0.1", other.getsockname()[1])


@pytest.mark.once
def test_a_free_port_is_not_refused():
    refuse_taken_port("127.0.0.1", free_port())


@contextmanager
def swapped(other):
    """Let the product use another connection for a while."""
    ours, connections["default"] = connections["default"], other
    try:
        yield
    finally:
        connections["default"] = ours


def family(pid: int) -> Iterator[tuple[int, str]]:
    """Every process below this one, with its command."""
    for child in map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()):
        yield child, Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
        yield from family(child)


def pid_of(parent: int, words: str) -> int | None:
    return next((pid for pid, command in family(parent) if words in command), None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, django_db_setup, django_db_blocker):
    """A folder with a copy of the database of the tests; its static files are collected once."""
    made = tmp_path_factory.mktemp("serve")
    with django_db_blocker.unblock():
        copy_as_migrated(made)
    return made


@pytest.fixture
def serve(folder):
    """Start it: its address, and its process."""
    port = free_port()
    with open(folder / "server.log", "w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment_for(folder, port),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    wait_until_live(address, process)
    yield address, process
    process.kill()
    process.wait()


@pytest.mark.once
def test_what_is_killed_comes_back(serve):
    address, process = serve
    killed = {words: pid_of(process.pid, words) for words in ("manage.py clock", "granian")}

    for pid in killed.values():
        os.kill(pid, signal.SIGKILL)

    for words, pid in killed.items():
        assert eventually(lambda words=words, pid=pid: pid_of(process.pid, words) not in {None, pid}, seconds=60)
    wait_until_live(address, process)


@pytest.mark.once
def test_what_a_web_process_still_held_is_written_down_at_its_end(serve, folder):
    address, process = serve
    for _ in range(3):
        with urlopen(Request(f"{address}/m", b"kapot", {"Content-Type": "text/plain"}), timeout=20) as answer:
            assert answer.status == 204

    process.terminate()
    process.wait(timeout=30)

    with closing(connection.Database.connect(folder / "database.sqlite3")) as theirs:
        assert theirs.execute("SELECT SUM(count) FROM measurement_rejection").fetchone() == (3,)


@pytest.mark.once
def test_new_code_is_taken_while_people_read(serve, folder):
    address, process = serve
    stop, missed = Event(), []

    def read():
        while not stop.wait(0.02):
            try:
                urlopen(f"{address}/-/live", timeout=10).close()
            except OSError as error:
                missed.append(error)

    reader = Thread(target=read)
    reader.start()
    before = {pid for pid, _ in family(process.pid)}

    assert keeper_of(folder) == process.pid
    assert renew(process.pid)

    stop.set()
    reader.join()
    assert missed == []
    assert len(before & {pid for pid, _ in family(process.pid)}) == 1


@pytest.mark.once
@pytest.mark.parametrize("note", ["", "geen getal", "1", "99999999"])
def test_an_old_note_is_no_keeper(tmp_path, note):
    (tmp_path / "serve.pid").write_text(note)

    assert keeper_of(tmp_path) is None


@pytest.mark.once
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_what_is_ended_leaves_nothing_behind(serve, end):
    address, process = serve
    everybody = [pid for pid, _ in family(process.pid)]
    assert len(everybody) == 3

    process.send_signal(end)

    process.wait(timeout=30)
    assert eventually(lambda: not any(map(is_alive, everybody)))
    with pytest.raises(OSError, match="refused"):
        urlopen(f"{address}/-/live", timeout=2)
