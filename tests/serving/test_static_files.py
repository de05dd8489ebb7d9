"""Static files are collected once, and again after a change."""

import pytest

from campagne.serving.static_files import collect_when_changed

pytestmark = pytest.mark.once


@pytest.fixture
def sources(settings, tmp_path):
    settings.DATA_DIR, settings.STATIC_ROOT = tmp_path / "data", tmp_path / "data" / "static"
    settings.STATICFILES_DIRS = [tmp_path / "sources"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    for folder in (settings.DATA_DIR, tmp_path / "sources"):
        folder.mkdir()
    (tmp_path / "sources" / "a.css").write_text("a {}")
    return tmp_path / "sources"


def test_a_second_time_is_not_needed_until_something_changes(sources, settings):
    assert collect_when_changed()
    assert not collect_when_changed()

    (sources / "b.css").write_text("b {}")

    assert collect_when_changed()
    assert (settings.STATIC_ROOT / "b.css").exists()


def test_files_that_are_gone_are_collected_again(sources, settings):
    collect_when_changed()
    (settings.STATIC_ROOT / "a.css").unlink()
    settings.STATIC_ROOT.rmdir()

    assert collect_when_changed()
