"""The unit is one that systemd takes, and lets the site write only where it has to."""

import re
import shutil
import subprocess

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from campagne.serving.deployment.systemd import services_here

pytestmark = pytest.mark.once
ANALYSE = shutil.which("systemd-analyze")


@pytest.fixture
def unit(tmp_path, capsys):
    """Print it for this installation, and give the file it was put in."""
    (tmp_path / ".env").write_text("PORT=8000\n")

    def put(*more: str):
        call_command("deployment", "systemd", "--environment", str(tmp_path / ".env"), *more)
        (tmp_path / "weerbaar.service").write_text(capsys.readouterr().out)
        return tmp_path / "weerbaar.service"

    return put


@pytest.mark.skipif(ANALYSE is None, reason="systemd-analyze is not installed")
def test_systemd_takes_the_unit_and_finds_little_exposed(unit):
    file = unit()

    verified = subprocess.run([ANALYSE, "verify", file], capture_output=True, text=True)
    judged = subprocess.run([ANALYSE, "security", "--offline=true", file], capture_output=True, text=True).stdout

    assert (verified.returncode, verified.stderr) == (0, "")
    assert float(re.search(r"exposure level for weerbaar.service: ([\d.]+)", judged)[1]) <= 2.5


def test_it_may_write_in_its_own_folders_alone(unit, settings, tmp_path):
    settings.DATA_DIR, settings.BACKUP_DIR = tmp_path / "data", tmp_path / "backups"

    text = unit().read_text()

    assert f"ReadWritePaths={tmp_path}/data {tmp_path}/backups\n" in text
    assert "ProtectSystem=strict" in text
    assert re.search(r"^ExecStart=\S+python\S* manage.py serve$", text, re.MULTILINE)
    assert f"WorkingDirectory={settings.BASE_DIR}\n" in text


def test_it_listens_where_another_machine_finds_it(unit):
    assert "manage.py serve --host 10.0.0.2\n" in unit("--host", "10.0.0.2").read_text()


@pytest.mark.parametrize(
    ("database", "cache", "services"),
    [
        pytest.param("sqlite:////srv/data/database.sqlite3", "", [], id="nothing beside it"),
        pytest.param("postgres:///weerbaar", "", ["postgresql.service"], id="PostgreSQL by its socket"),
        pytest.param("postgres://a:b@10.0.0.9/c", "", [], id="PostgreSQL elsewhere"),
        pytest.param("sqlite:///x", "redis://localhost:6379/0", ["redis-server.service"], id="Redis here"),
    ],
)
def test_what_runs_here_starts_first(settings, database, cache, services):
    settings.DATABASE_URL, settings.CACHE_URL = database, cache

    assert services_here() == services


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        pytest.param(["--environment", "/nergens/.env"], "make .env", id="no settings"),
        pytest.param(["--user", "Jan Jansen"], "--user", id="no account"),
        pytest.param(["--host", "10.0.0.2 --x"], "--host", id="no address"),
    ],
)
def test_what_would_not_start_is_refused_with_what_to_do(parameters, words):
    with pytest.raises(CommandError, match=words):
        call_command("deployment", "systemd", *parameters)
