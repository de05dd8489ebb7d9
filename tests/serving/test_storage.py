"""Static files are joined from their sources."""

import os

import pytest
from django.core.files.storage import FileSystemStorage

from campagne.storage import JoinedStaticFiles

MAIN = "css/main.css"


@pytest.fixture
def sources(tmp_path):
    """A stylesheet that imports another."""
    folder = tmp_path / "sources" / "css"
    folder.mkdir(parents=True)
    (folder / "main.css").write_text('@import url("part.css") layer(components);\n')
    return folder


def collect(sources, target):
    """Copy what is newer than its copy, as `collectstatic` does, and post-process it."""
    storage = JoinedStaticFiles(location=target)
    paths = {}
    for source in sources.iterdir():
        name, copy = f"css/{source.name}", target / "css" / source.name
        if not copy.exists() or copy.stat().st_mtime < source.stat().st_mtime:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(source.read_text())
        paths[name] = (FileSystemStorage(location=sources.parent), name)
    list(storage.post_process(paths))
    return (target / MAIN).read_text()


def test_a_changed_part_reaches_what_was_joined_before(sources, tmp_path):
    part = sources / "part.css"
    part.write_text("a {\n  color: red;\n}\n")
    assert "color: red" in collect(sources, tmp_path / "target")

    part.write_text("a {\n  color: blue;\n}\n")
    later = (tmp_path / "target" / MAIN).stat().st_mtime + 10
    os.utime(part, (later, later))

    assert "color: blue" in collect(sources, tmp_path / "target")
