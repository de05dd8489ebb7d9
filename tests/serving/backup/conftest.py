"""A small installation of its own: a founded region with an upload, on the kind of database of the tests."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from campagne.serving.backup.elsewhere import environment_for
from campagne.serving.backup.shelf import BackupFolder
from home.region import found_region
from tests.founded import copy_as_migrated
from tests.running_site import ROOT
from tests.serving.conftest import instead

UPLOAD = b"RIFF een plaatje WEBP" * 100


@dataclass(frozen=True)
class Place:
    """Its DATA_DIR, its DATABASE_URL, and the environment its commands need."""

    folder: Path
    address: str
    environment: dict[str, str]


def stopped_by_hand(command: list[str], environment: dict[str, str], line: str) -> list[str]:
    """Press Ctrl-C, as a terminal does for all that runs in it, once it says `line`; gives the lines of its errors."""
    running = subprocess.Popen(
        [sys.executable, "-u", "manage.py", *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    for said in running.stdout:
        if said.startswith(line):
            os.killpg(running.pid, signal.SIGINT)
    errors = running.stderr.read().splitlines()
    assert running.wait(60) == 130, errors
    return errors


@pytest.fixture(scope="session")
def installation(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("backup")
    with django_db_blocker.unblock():
        given = copy_as_migrated(folder)
        address = given or f"sqlite:///{folder / 'database.sqlite3'}"
        with instead(address):
            found_region("Teststreek", ["Stein"])
    (folder / "media" / "images").mkdir(parents=True)
    (folder / "media" / "images" / "een.webp").write_bytes(UPLOAD)
    return Place(folder, address, environment_for(folder, given))


@pytest.fixture
def inside(installation, settings, django_db_blocker):
    """Let the code of this test be that of the installation."""
    settings.DATA_DIR, settings.MEDIA_ROOT = installation.folder, installation.folder / "media"
    settings.DATABASE_URL, settings.BACKUP_DIR, settings.BACKUP_KEY = installation.address, None, ""
    with django_db_blocker.unblock(), instead(installation.address) as opened:
        yield opened


@pytest.fixture
def shelf(tmp_path):
    return BackupFolder(tmp_path / "backups")
