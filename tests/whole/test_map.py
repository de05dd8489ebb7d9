"""The README's map, the settings example and the folders say the same."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
MAP = re.search(r"```text map\n(.*?)```", README, re.DOTALL)[1]
KNOWN_FILES = {"manage.py", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "Makefile", "README.md"}


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [Path(line) for line in listing.splitlines()]


def test_the_root_shows_exactly_the_map():
    visible = {path.parts[0] for path in tracked() if not path.parts[0].startswith(".")}

    assert visible == KNOWN_FILES | {"campagne", "doelgroepen", "home", "templates", "static", "tests"}


def test_the_map_of_the_readme_equals_the_folders():
    in_readme = set(re.findall(r"^  ([a-z_]+)/", MAP, re.MULTILINE))
    on_disk = {path.parts[1] for path in tracked() if path.parts[0] == "campagne" and len(path.parts) > 2}

    assert in_readme == on_disk


def test_every_setting_from_the_environment_is_in_the_example():
    settings = (ROOT / "campagne" / "settings.py").read_text()
    asked = set(re.findall(r'env\.\w+\("([A-Z_]+)"', settings)) | {"PORT"}
    given = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert asked == given


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locked_packages_have_hashes_and_no_addresses(name):
    lock = (ROOT / name).read_text()
    packages = re.findall(r"^[a-z0-9][\w.-]*==", lock, re.MULTILINE)

    assert len(packages) > 10
    assert lock.count("--hash=sha256:") >= len(packages)
    assert "://" not in lock


def test_no_tracked_file_names_a_machine_or_a_registry():
    suspicious = re.compile(r"(?<!\w)/(?:wor" r"k|ro" r"ot|ho" r"me/\w+)/|pypi\.o" r"rg|pythonhos" r"ted")
    text_files = [
        path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".sh", ""}
    ]

    found = [str(path) for path in text_files if suspicious.search((ROOT / path).read_text(errors="replace"))]

    assert found == []
