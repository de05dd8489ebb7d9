"""An archive is read from its folder in a browser, proves what is in it, and is there whole or not at all."""

import json
import subprocess

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone

from campagne.content.models import ArticleIndexPage, ArticlePage
from campagne.serving.archiving.archive import archive
from campagne.serving.backup.refused import Refused
from tests.conftest import launched

NOW = timezone.now()


@pytest.fixture
def region(home, publish):
    """A founded region with an article; questions to the site must leave the connection of the test open."""
    publish(ArticleIndexPage.objects.child_of(home).get(), ArticlePage(title="Hoi mam", summary="Een appje."))
    for end_of_request in (request_started, request_finished):
        end_of_request.disconnect(close_old_connections)
    yield
    for end_of_request in (request_started, request_finished):
        end_of_request.connect(close_old_connections)


@pytest.fixture
def archived(region, tmp_path):
    said = []
    archive(tmp_path / "archief", NOW, said.append)
    return tmp_path / "archief"


def test_it_proves_what_is_in_it_and_is_of_a_date(archived, settings):
    proved = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=archived, capture_output=True, text=True)

    assert (proved.returncode, proved.stdout) == (0, "")
    named = {line.partition("  ")[2] for line in (archived / "SHA256SUMS").read_text().splitlines()}
    there = {str(file.relative_to(archived)) for file in archived.rglob("*") if file.is_file()}
    assert there - named == {"SHA256SUMS"}
    told = json.loads((archived / "archief.json").read_text())
    assert told["gemaakt"] == timezone.localtime(NOW).isoformat(timespec="seconds")
    assert told["niet_gevonden"] == {"/.well-known/security.txt": "404 Not Found"}  # Nobody was named for it.
    assert f'rel="canonical" href="{settings.SITE_URL}/"' in (archived / "index.html").read_text()
    assert [file.name for file in archived.parent.iterdir()] == ["archief"]


@pytest.mark.once
def test_a_page_is_read_and_a_link_followed_without_a_server(archived):
    with launched() as browser:
        tab = browser.new_page()
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(f"file://{archived}/index.html")
        weight = tab.evaluate("getComputedStyle(document.querySelector('.skip-link')).position")
        tab.goto(f"file://{next(archived.rglob('hoi-mam/index.html'))}")
        tab.locator("header a").first.click()
        front = tab.url

        assert front == f"file://{archived}/index.html"
        assert weight == "absolute"
        assert asked
        assert [url for url in asked if not url.startswith("file://")] == []


@pytest.mark.once
def test_nothing_is_written_over_and_a_site_that_fails_gives_no_archive(region, tmp_path):
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("blijft")

    with pytest.raises(CommandError, match="niet leeg"):
        call_command("archive_site", str(tmp_path / "vol"))
    with pytest.raises(Refused, match="500 Internal"):
        archive(tmp_path / "kapot", NOW, print, site=fail)

    assert [file.name for file in tmp_path.iterdir()] == ["vol"]
    assert (tmp_path / "vol" / "brief.txt").read_text() == "blijft"


def fail(environ, start):
    start("500 Internal Server Error", [])
    return []
