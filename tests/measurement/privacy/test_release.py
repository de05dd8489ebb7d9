"""The tracker, its message and the counters cannot change while the promise to readers stays what it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from campagne.measurement.privacy.promised import PATH, read_promised

pytestmark = pytest.mark.once
SEES_MORE = ("static/js/tracker.js", "    nonce,\n", "    nonce,\n    width: innerWidth,\n")
TAKES_MORE = ("campagne/measurement/ingest.py", '{"via": str, ', '{"via": str, "width": int, ')
KEEPS_MORE = (
    "campagne/measurement/counters.py",
    "class Rejection(models.Model):\n",
    'class Rejection(models.Model):\n    browser = models.CharField("browser", max_length=200)\n',
)


@pytest.fixture
def copy(tmp_path) -> Path:
    """The product once more, where something may be changed."""
    leave_out = shutil.ignore_patterns("__pycache__", "sounds", "drawings")
    for name in ("campagne", "static"):
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name, ignore=leave_out)
    shutil.copy(settings.BASE_DIR / "manage.py", tmp_path)
    for name in ("doelgroepen", "home", "templates"):
        (tmp_path / name).symlink_to(settings.BASE_DIR / name)
    return tmp_path


def check_promise(copy: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "campagne.settings", "DATA_DIR": str(copy / "var")}
    command = [sys.executable, "manage.py", "check_promise"]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)


def test_here_it_is_as_promised(capsys):
    call_command("check_promise")

    assert capsys.readouterr().out.startswith("Zoals beloofd in versie ")


def test_what_changes_without_the_promise_fails_and_says_what_to_review(copy):
    for name, before, after in (SEES_MORE, TAKES_MORE, KEEPS_MORE):
        source = (copy / name).read_text()
        assert source.count(before) == 1
        (copy / name).write_text(source.replace(before, after))

    refused = check_promise(copy)

    assert refused.returncode == 1
    assert "beacon: width: int is nieuw" in refused.stderr
    assert "measurement.Rejection: browser: CharField(200) is nieuw" in refused.stderr
    assert refused.stderr.count("tracker: sha256") == 2
    assert "/privacy/" in refused.stderr
    assert "--renew" in refused.stderr


def test_a_new_version_is_made_with_a_sentence_for_readers_alone(tmp_path):
    promised, tracker = tmp_path / "promised.json", tmp_path / "tracker.js"
    shutil.copy(PATH, promised)
    tracker.write_text((settings.BASE_DIR / SEES_MORE[0]).read_text().replace(*SEES_MORE[1:]))
    told = "We bewaren nu ook hoe breed uw scherm is."

    with pytest.raises(CommandError, match="hele zin"):
        call_command("check_promise", tracker=tracker, promised=promised, renew="toch")
    call_command("check_promise", tracker=tracker, promised=promised, renew=told)
    call_command("check_promise", tracker=tracker, promised=promised)

    assert read_promised(promised).newest.told == told
    assert read_promised(promised).newest.number == read_promised().newest.number + 1
